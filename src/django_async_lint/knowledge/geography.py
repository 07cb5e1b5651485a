"""Places: where an address or a visitor is, routes, maps and files of geometries. Literal tables only."""

LIBRARIES = (
    {
        "name": "geoip2",
        "roots": ("geoip2",),
        "source": "https://geoip2.readthedocs.io/en/latest/",
        "instead": "use `geoip2.webservice.AsyncClient`",
        "calls": {"file": "geoip2.database.Reader"},
        "advice": {
            "geoip2.database.Reader": """keep one that was opened when the process started: looking up in it is quick""",
        },
        "classes": {
            "geoip2.database.Reader": {
                "pure": "city country asn isp enterprise anonymous_ip connection_type domain metadata close",
            },
            "geoip2.webservice.Client": {
                "methods": {"http": "city country insights"},
            },
            "geoip2.webservice.AsyncClient": {
                "async": True,
                "coroutines": "city country insights close",
            },
        },
    },
    {
        "name": "ipinfo",
        "roots": ("ipinfo",),
        "source": "https://github.com/ipinfo/python",
        "instead": "use `ipinfo.getHandlerAsync`",
        "returns": {
            "ipinfo.getHandler": "ipinfo.handler.Handler",
            "ipinfo.getHandlerAsync": "ipinfo.handler_async.AsyncHandler",
            "ipinfo.getHandlerLite": "ipinfo.handler_lite.HandlerLite",
        },
        "classes": {
            "ipinfo.handler.Handler": {
                "methods": {"http": "getDetails getBatchDetails getMap"},
            },
            "ipinfo.handler_lite.HandlerLite": {
                "methods": {"http": "getDetails"},
            },
            "ipinfo.handler_async.AsyncHandler": {
                "async": True,
                "coroutines": "getDetails getBatchDetails init deinit",
            },
        },
    },
    {
        "name": "mapbox",
        "roots": ("mapbox",),
        "source": "https://mapbox-mapbox.readthedocs-hosted.com/en/latest/",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "classes": {
            "mapbox.Geocoder": {
                "methods": {"http": "forward reverse"},
            },
            "mapbox.Directions": {
                "methods": {"http": "directions"},
            },
            "mapbox.DirectionsMatrix": {
                "methods": {"http": "matrix"},
            },
            "mapbox.Static": {
                "methods": {"http": "image"},
            },
            "mapbox.Uploader": {
                "methods": {"http": "stage create list delete status upload"},
            },
            "mapbox.Tilequery": {
                "methods": {"http": "tilequery"},
            },
        },
    },
    {
        "name": "openrouteservice",
        "roots": ("openrouteservice",),
        "source": "https://openrouteservice-py.readthedocs.io/en/latest/",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "classes": {
            "openrouteservice.Client": {
                "methods": {
                    "http": """directions isochrones distance_matrix elevation_line elevation_point pelias_search
                        pelias_autocomplete pelias_reverse pelias_structured places optimization request""",
                },
            },
        },
        "aliases": {"openrouteservice.client.Client": "openrouteservice.Client"},
    },
    {
        "name": "geocoder",
        "roots": ("geocoder",),
        "source": "https://geocoder.readthedocs.io/",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "calls": {
            "http": """geocoder.google geocoder.osm geocoder.bing geocoder.arcgis geocoder.mapbox geocoder.here
                geocoder.ip geocoder.ipinfo geocoder.opencage geocoder.tomtom geocoder.geonames geocoder.mapquest
                geocoder.yandex geocoder.freegeoip geocoder.elevation geocoder.timezone geocoder.locationiq""",
        },
    },
    {
        "name": "geopandas",
        "roots": ("geopandas",),
        "source": "https://geopandas.org/en/stable/docs/reference.html",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "calls": {
            "file": """geopandas.read_file geopandas.read_parquet geopandas.read_feather geopandas.list_layers
                geopandas.GeoDataFrame.from_file""",
            "socket": "geopandas.read_postgis geopandas.GeoDataFrame.from_postgis",
            "cpu": "geopandas.sjoin geopandas.overlay geopandas.sjoin_nearest geopandas.clip",
        },
        "returns": {
            "geopandas.read_file": "geopandas.GeoDataFrame",
            "geopandas.read_parquet": "geopandas.GeoDataFrame",
            "geopandas.read_postgis": "geopandas.GeoDataFrame",
        },
        "classes": {
            "geopandas.GeoDataFrame": {
                "methods": {
                    "file": "to_file to_parquet to_feather",
                    "socket": "to_postgis",
                    "cpu": "dissolve sjoin overlay",
                },
            },
        },
    },
    {
        "name": "fiona",
        "roots": ("fiona",),
        "source": "https://fiona.readthedocs.io/en/stable/",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "calls": {"file": "fiona.open fiona.listlayers fiona.remove"},
        "returns": {"fiona.open": "fiona.Collection"},
        "classes": {
            "fiona.Collection": {
                "methods": {"file": "write writerecords"},
                "iter": {"effect": "file"},
            },
        },
        "aliases": {"fiona.collection.Collection": "fiona.Collection"},
    },
    {
        "name": "rasterio",
        "roots": ("rasterio",),
        "source": "https://rasterio.readthedocs.io/en/stable/",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "calls": {
            "file": "rasterio.open",
            "cpu": "rasterio.warp.reproject rasterio.features.rasterize",
        },
        "returns": {"rasterio.open": "rasterio.io.DatasetReader"},
        "classes": {
            "rasterio.io.DatasetReader": {
                "methods": {"file": "read sample"},
            },
        },
    },
    {
        "name": "osmnx",
        "roots": ("osmnx",),
        "source": "https://osmnx.readthedocs.io/en/stable/",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "calls": {
            "http": """osmnx.graph_from_place osmnx.graph_from_point osmnx.graph_from_address osmnx.graph_from_bbox
                osmnx.graph_from_polygon osmnx.features_from_place osmnx.features_from_point
                osmnx.features_from_bbox osmnx.geocode osmnx.geocode_to_gdf""",
            "file": "osmnx.save_graphml osmnx.load_graphml",
            "cpu": "osmnx.shortest_path osmnx.nearest_nodes",
        },
        "aliases": {
            "osmnx.graph.graph_from_place": "osmnx.graph_from_place",
            "osmnx.graph.graph_from_point": "osmnx.graph_from_point",
            "osmnx.geocoder.geocode": "osmnx.geocode",
        },
    },
    {
        "name": "earthengine-api",
        "roots": ("ee",),
        "source": "https://developers.google.com/earth-engine/apidocs",
        "instead": "run it in a thread: `await asyncio.to_thread(...)`",
        "calls": {
            "sdk": """ee.Initialize ee.data.getInfo ee.data.computeValue ee.data.getTaskList ee.data.listAssets
                ee.data.getAsset""",
        },
        "classes": {
            "ee.ComputedObject": {
                "methods": {"sdk": "getInfo"},
            },
        },
    },
    {
        "name": "timezonefinder",
        "roots": ("timezonefinder",),
        "source": "https://timezonefinder.readthedocs.io/en/latest/",
        "instead": "keep one that was made when the process started",
        "calls": {
            "file": "timezonefinder.TimezoneFinder timezonefinder.TimezoneFinderL timezonefinder.timezone_at",
        },
        "classes": {
            "timezonefinder.TimezoneFinder": {
                "pure": "timezone_at timezone_at_land",
            },
        },
        "aliases": {"timezonefinder.timezonefinder.TimezoneFinder": "timezonefinder.TimezoneFinder"},
    },
)
