from dataclasses import asdict, dataclass, field

from .repositories import region_names


@dataclass(frozen=True)
class StationCard:
    code: str
    region: str
    keeper: str

    @classmethod
    def from_station(cls, station):
        return cls(code=station.code, region=station.region.name, keeper=station.keeper_name)

    def as_dict(self):
        return asdict(self)


@dataclass
class DayRow:
    day: str
    low: int
    high: int

    @classmethod
    def from_observation(cls, observation):
        return cls(observation.day.isoformat(), observation.low, observation.high)


@dataclass
class SearchFilters:
    text: str = ""
    regions: list[str] = field(default_factory=region_names)


@dataclass
class SortFilters:
    text: str = ""
    columns: list[str] = field(default_factory=list)
    orders: dict[str, str] = field(default_factory=lambda: {"name": "asc"})


def station_cards(stations):
    return [StationCard.from_station(station).as_dict() for station in stations]


def observation_lines(observations):
    return [str(observation) for observation in observations]


def spread_table(observations):
    return {observation.day.isoformat(): observation.spread for observation in observations}
