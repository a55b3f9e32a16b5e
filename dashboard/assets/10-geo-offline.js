// plotly.js fetches a world map for every geo axis, even an invisible one: an empty one keeps it from asking the network.
(function () {
  "use strict";
  var none = { type: "GeometryCollection", geometries: [] }, objects = {};
  ["coastlines", "land", "ocean", "lakes", "rivers", "countries", "subunits"].forEach(function (k) { objects[k] = none; });
  var known = (window.PlotlyGeoAssets = window.PlotlyGeoAssets || {});
  known.topojson = known.topojson || {};
  ["world_110m", "world_50m", "asia_110m", "asia_50m"].forEach(function (k) {
    known.topojson[k] = { type: "Topology", arcs: [], objects: objects };
  });
})();
