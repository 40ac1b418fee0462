"use strict";
// Everything shown comes from the JSON of #data and is set as text, never as markup.
const data = JSON.parse(document.getElementById("data").textContent);
const told = document.getElementById("told");

function tip(rows) {
  const box = document.createElement("div");
  for (const row of rows) {
    const line = document.createElement("p");
    line.textContent = row;
    box.append(line);
  }
  return box;
}

for (const one of [...data.nodes, ...data.edges]) {
  if (one.rows.length) one.title = tip(one.rows);
}

const picture = new vis.Network(document.getElementById("picture"), data, {
  physics: false,
  interaction: { hover: true, tooltipDelay: 120 },
  nodes: { shape: "box", margin: 8, borderWidth: 1.2, font: { size: 14, face: "sans-serif", color: "#1d2127" } },
  edges: {
    arrows: { to: { scaleFactor: 0.6 } },
    color: { color: "#8a8f98", hover: "#2b2f36", highlight: "#2b2f36" },
    font: { size: 11, color: "#4a4f57", strokeWidth: 3, strokeColor: "#ffffff" },
    smooth: false,
  },
});

// a click keeps the words in view, to be read and copied
picture.on("click", ({ nodes, edges }) => {
  const one = nodes.length
    ? data.nodes.find((node) => node.id === nodes[0])
    : data.edges.find((edge) => edge.id === edges[0]);
  told.hidden = !one || !one.rows.length;
  if (!told.hidden) told.replaceChildren(tip(one.rows));
});
