(() => {
  const curves = document.getElementById("curves-figure");
  const what = document.getElementById("curve-what");
  const scale = document.getElementById("curve-scale");
  const prepare = (name) => {
    const { yaxis, meta } = figures[name].layout;
    const linear = scale.value === "linear";
    Object.assign(yaxis, { type: scale.value, autorange: !linear, range: linear ? [...meta.linear] : null });
  };
  const redraw = () => {
    curves.dataset.figure = what.value;
    prepare(what.value);
    draw(curves);
  };
  prepare(what.value);
  what.addEventListener("change", redraw);
  scale.addEventListener("change", redraw);

  const table = document.getElementById("trial-table");
  const body = table.tBodies[0];
  const heads = [...table.tHead.rows[0].cells];
  // A number sorts as a number; a cell without a key sorts behind all others, whichever way.
  const compare = (column, sign) => (a, b) => {
    const [x, y] = [a, b].map((row) => row.cells[column].dataset.key);
    if (x === undefined || y === undefined) return (x === undefined) - (y === undefined);
    const numbers = [Number(x), Number(y)];
    return sign * (numbers.some(Number.isNaN) ? x.localeCompare(y) : numbers[0] - numbers[1]);
  };
  heads.forEach((head, column) => head.addEventListener("click", () => {
    const up = head.getAttribute("aria-sort") !== "ascending";
    heads.forEach((other) => other.setAttribute("aria-sort", "none"));
    head.setAttribute("aria-sort", up ? "ascending" : "descending");
    body.append(...[...body.rows].sort(compare(column, up ? 1 : -1)));
  }));

  const filter = document.getElementById("trial-filter");
  const count = document.getElementById("trial-count");
  const select = () => {
    const words = filter.value.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const row of body.rows) {
      const text = row.textContent.toLowerCase();
      row.hidden = !words.every((word) => text.includes(word));
      shown += !row.hidden;
    }
    count.textContent = `${shown} of ${body.rows.length}`;
  };
  filter.addEventListener("input", select);
  select();
})();
