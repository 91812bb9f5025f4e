"use strict";
// What every page does: draw its figures. The page's own script follows and uses figures and draw.
const figures = JSON.parse(document.getElementById("figures").textContent);
const config = { responsive: true, displaylogo: false };
// Plotly's code lies in the page as text and runs when the first figure is drawn: it takes longer than all the rest.
const plotly = () => {
  if (!window.Plotly) {
    const script = document.createElement("script");
    script.textContent = document.getElementById("plotly").textContent;
    document.head.append(script);
  }
  return window.Plotly;
};
const draw = (place) => {
  const { data, layout } = figures[place.dataset.figure];
  plotly().newPlot(place, data, layout, config);
};

// A figure is drawn when it comes near the window: the page opens at once, however many trials there are.
const waiting = new IntersectionObserver(
  (entries) => entries.filter((entry) => entry.isIntersecting).forEach(({ target }) => {
    waiting.unobserve(target);
    draw(target);
  }),
  { rootMargin: "600px" },
);
const places = document.querySelectorAll(".figure");
places.forEach((place) => { place.style.minHeight = `${figures[place.dataset.figure].layout.height}px`; });
window.addEventListener("load", () => setTimeout(() => places.forEach((place) => waiting.observe(place))));
window.addEventListener("beforeprint", () => places.forEach((place) => place.data || draw(place)));
