"use strict";
(() => {
  const survey = JSON.parse(document.getElementById("survey").textContent);
  const views = survey.views;
  const rows = [...document.querySelectorAll("tbody tr")];
  const search = document.getElementById("search");
  const app = document.getElementById("app");
  const boxes = [...document.querySelectorAll("#verdicts input")];
  const detail = document.getElementById("detail");
  const MOST_LEAVES = 24;
  const SVG = "http://www.w3.org/2000/svg";

  // Everything that comes from the checked code is set as text, never as markup.
  function element(name, attributes, ...children) {
    const node = document.createElement(name);
    for (const [key, value] of Object.entries(attributes || {})) node.setAttribute(key, value);
    node.append(...children);
    return node;
  }

  function drawn(name, attributes, text) {
    const node = document.createElementNS(SVG, name);
    for (const [key, value] of Object.entries(attributes || {})) node.setAttribute(key, value);
    if (text !== undefined) node.textContent = text;
    return node;
  }

  // Text with what stands between backticks as code.
  function prose(text) {
    return text.split("`").map((part, number) => (number % 2 ? element("code", {}, part) : part));
  }

  // -- filters ------------------------------------------------------------------------------------

  const haystacks = views.map((view) =>
    [view.name, view.route, view.path, view.reason,
      ...[...view.waits, ...view.blocks, ...view.computes].flatMap((work) => [work.what, work.how, work.code])]
      .join("\n").toLowerCase());

  function filter() {
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    const wanted = new Set(boxes.filter((box) => box.checked).map((box) => box.value));
    let shown = 0;
    rows.forEach((row, index) => {
      const view = views[index];
      const fits = wanted.has(view.verdict) && (!app.value || row.dataset.app === app.value) &&
        words.every((word) => haystacks[index].includes(word));
      row.hidden = !fits;
      shown += fits;
    });
    document.getElementById("shown").textContent = `${shown} of ${views.length} shown`;
    document.getElementById("none").hidden = shown > 0;
  }

  // -- the selected view --------------------------------------------------------------------------

  function choose(index) {
    rows.forEach((row, number) => {
      row.classList.toggle("chosen", number === index);
      row.querySelector("button").setAttribute("aria-pressed", String(number === index));
    });
    const view = views[index];
    const runs = `${view.async ? "asynchronous" : "synchronous"} ${view.kind}`;
    const hops = view.hops === null ? "" : ` · ${view.hops} thread ${view.hops === 1 ? "hop" : "hops"} per request`;
    detail.replaceChildren(
      element("h2", {}, view.name),
      element("p", { class: "facts" }, `${view.path}:${view.line}${view.route ? ` · ${view.route}` : ""} · ${runs}${hops}`),
      element("p", { class: `verdict ${view.verdict}` }, view.verdict),
      element("p", {}, ...prose(view.reason)),
      picture(view),
      ...works("Blocks or fails on the event loop", view.blocks),
      ...works(view.async ? "Computes on the event loop" : "Computes", view.computes),
      ...works("Waits for", view.waits),
    );
    detail.scrollTop = 0;
  }

  function works(title, list) {
    if (!list.length) return [];
    return [element("h3", {}, `${title} (${list.length})`), ...list.map(work)];
  }

  function work(one) {
    const head = element("summary", {}, element("code", {}, one.what), " ",
      element("span", { class: "how" }, [one.how, one.code].filter(Boolean).join(", ")));
    const calls = element("ol", { class: "calls" }, ...one.calls.map((step) => {
      const line = survey.lines[`${step.path}:${step.line}`] || "";
      const item = element("li", {}, element("span", { class: "at" }, `${step.path}:${step.line} `),
        ...prose(step.message));
      if (line.trim()) item.append(element("code", { class: "line" }, line.trim()));
      return item;
    }));
    return element("details", {}, head, calls);
  }

  // -- the picture --------------------------------------------------------------------------------

  const ROW = 30, NODE = 24, STEP = 24, LEFT = 14, TOP = 10, HEAD = 24, LETTER = 6.9, SMALL = 6;

  // A tree written downwards: one row for each call, further right the deeper it is called.
  function picture(view) {
    const zones = zonesOf(view).filter((zone) => zone.list.length);
    if (!zones.length) return element("p", { class: "hint" }, "Nothing to draw: it waits for nothing and blocks nothing.");
    const svg = drawn("svg", { role: "img", "aria-label":
      `${view.name}: ${zones.map((zone) => `${zone.list.length} ${zone.name}`).join(", ")}. The call paths follow as lists.` });
    const front = drawn("g");
    const root = { label: short(view.name), cls: "view", x: LEFT, y: TOP + NODE / 2 };
    let y = TOP + ROW + 6, across = node(root, front), left = MOST_LEAVES, hidden = 0;
    for (const zone of zones) {
      zone.top = y;
      y += HEAD;
      const kept = zone.list.slice(0, Math.max(left, 1));
      hidden += zone.list.length - kept.length;
      left -= kept.length;
      for (const top of tree(kept, zone.kind === "leaves")) {
        const placed = branch(top, root, y, 1, front);
        y = placed.y;
        across = Math.max(across, placed.across);
      }
      y += 4;
      zone.bottom = y;
      y += 10;
    }
    across = Math.max(across + LEFT, 300);
    for (const zone of zones) {
      svg.append(drawn("rect", { class: `zone-${zone.kind}`, x: 6, y: zone.top, width: across - 12, height: zone.bottom - zone.top, rx: 6 }));
      svg.append(drawn("text", { class: "zone-name", x: LEFT + STEP, y: zone.top + 16 }, zone.name));
    }
    svg.append(front);
    if (hidden > 0) svg.append(drawn("text", { class: "small", x: LEFT, y: y + 8 }, `and ${hidden} more in the lists below`));
    const height = y + (hidden > 0 ? 16 : 0);
    for (const [key, value] of Object.entries({ width: across, height, viewBox: `0 0 ${across} ${height}` })) svg.setAttribute(key, value);
    return element("div", { class: "picture", tabindex: "0", role: "group", "aria-label": "Picture of the calls" }, svg);
  }

  function zonesOf(view) {
    const waits = view.waits.map((one) => [one, one.how]);
    const blocks = view.blocks.map((one) => [one, "blocks"]);
    const computes = view.computes.map((one) => [one, "computes"]);
    if (!view.async && !view.blocks.length) {
      return [{ name: "in the thread of the request", kind: "thread", list: [...waits, ...computes] }];
    }
    return [
      { name: "blocks or fails on the event loop", kind: "stays", list: [...blocks, ...computes] },
      { name: "leaves the event loop: other requests go on", kind: "leaves", list: waits },
    ];
  }

  function tree(list, leaving) {
    const top = [];
    for (const [one, cls] of list) {
      let level = top;
      for (const step of one.calls.slice(0, -1)) {
        const key = `${step.path}:${step.line}:${step.message}`;
        let found = level.find((each) => each.key === key);
        if (!found) {
          found = { key, label: short(named(step.message)), small: `${file(step.path)}:${step.line}`, cls: "", children: [] };
          level.push(found);
        }
        level = found.children;
      }
      const last = one.calls[one.calls.length - 1];
      level.push({ label: short(one.what), small: `${one.how} · ${file(last.path)}:${last.line}`, cls, leaving, children: [] });
    }
    return top;
  }

  function branch(one, above, y, depth, front) {
    one.x = LEFT + depth * STEP;
    one.y = y + NODE / 2;
    const x = above.x + STEP / 2;
    front.append(drawn("path", { class: one.leaving ? "edge leaving" : "edge",
      d: `M${x},${above.y + NODE / 2} V${one.y - 6} Q${x},${one.y} ${x + 6},${one.y} H${one.x}` }));
    let across = node(one, front);
    y += ROW;
    for (const child of one.children) {
      const placed = branch(child, one, y, depth + 1, front);
      y = placed.y;
      across = Math.max(across, placed.across);
    }
    return { y, across };
  }

  function node(one, front) {
    const room = one.label.length * LETTER + 18;
    front.append(drawn("rect", { class: `node ${one.cls}`, x: one.x, y: one.y - NODE / 2, width: room, height: NODE, rx: 5 }));
    front.append(drawn("text", { x: one.x + 9, y: one.y + 4 }, one.label));
    if (!one.small) return one.x + room;
    front.append(drawn("text", { class: "small", x: one.x + room + 8, y: one.y + 4 }, one.small));
    return one.x + room + 8 + one.small.length * SMALL;
  }

  function named(message) {
    const quoted = message.match(/`([^`]*)`/);
    return (quoted ? quoted[1] : message).replace(/\(.*$/, "");
  }

  function short(name) {
    const parts = name.replaceAll(".<locals>", "").replace(/\[[^\]]*\]|\([^)]*\)/g, "").split(".");
    const text = parts.slice(-2).join(".");
    return text.length > 44 ? `${text.slice(0, 43)}…` : text;
  }

  function file(path) {
    return path.split("/").slice(-2).join("/");
  }

  // -- wiring -------------------------------------------------------------------------------------

  rows.forEach((row, index) => {
    row.addEventListener("click", () => { choose(index); row.querySelector("button").focus(); });
    row.addEventListener("keydown", (event) => {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (!step) return;
      let next = index + step;
      while (rows[next] && rows[next].hidden) next += step;
      if (rows[next]) { rows[next].querySelector("button").focus(); choose(next); }
      event.preventDefault();
    });
  });
  search.addEventListener("input", filter);
  app.addEventListener("change", filter);
  boxes.forEach((box) => box.addEventListener("change", filter));
  document.querySelector(".filters").addEventListener("submit", (event) => event.preventDefault());
  filter();
  const first = views.findIndex((view) => view.verdict === "hurts");
  if (views.length) choose(first < 0 ? 0 : first);
})();
