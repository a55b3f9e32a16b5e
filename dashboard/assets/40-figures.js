// Pictures of figures, maps that play, and figures that fit the paper.
(function () {
  "use strict";

  function plot(block) { return block && block.querySelector(".js-plotly-plot"); }

  document.addEventListener("click", function (event) {
    var button = event.target.closest("[data-png]");
    if (!button) { return; }
    var figure = plot(document.getElementById(button.dataset.png));
    if (!figure) { return; }
    var style = window.getComputedStyle(figure.closest(".block"));
    window.Plotly.downloadImage({ data: figure.data, layout: Object.assign({}, figure.layout, {
      paper_bgcolor: style.backgroundColor, showlegend: !!(figure.layout.meta && figure.layout.meta.legend), title: { text: document.getElementById(button.dataset.png + "-title").textContent },
      margin: Object.assign({}, figure.layout.margin, { t: (figure.layout.margin.t || 0) + 48 })
    }) }, { format: "png", scale: 2, width: figure.clientWidth, height: figure.clientHeight + 48,
      filename: "ssiis-" + button.dataset.png });
  });

  document.addEventListener("click", function (event) {
    var button = event.target.closest("[data-step]");
    var player = button && button.closest("[data-play]");
    if (!player) { return; }
    if (button.dataset.step === "play") { toggle(player); return; }
    stop(player);
    show(player, at(player) + Number(button.dataset.step));
  });

  function at(player) {
    var frames = JSON.parse(player.dataset.frames);
    return player.dataset.at === undefined ? frames.length - 1 : Number(player.dataset.at);
  }

  function show(player, index) {
    var frames = JSON.parse(player.dataset.frames), names = JSON.parse(player.dataset.names);
    var now = (index + frames.length) % frames.length, figure = plot(document.getElementById(player.dataset.play));
    player.dataset.at = now;
    player.querySelector("output").textContent = names[now];
    if (figure) {
      window.Plotly.animate(figure, [frames[now]], {
        mode: "immediate", transition: { duration: 0 }, frame: { duration: 0, redraw: true }
      });
    }
    return now;
  }

  function word(player, index) {
    player.querySelector("[data-step=play]").textContent = JSON.parse(player.dataset.words)[index];
  }

  function stop(player) {
    window.clearInterval(player.ticking);
    player.ticking = null;
    word(player, 0);
  }

  function toggle(player) {
    if (player.ticking) { stop(player); return; }
    var last = JSON.parse(player.dataset.frames).length - 1;
    word(player, 1);
    show(player, at(player) === last ? 0 : at(player) + 1);
    player.ticking = window.setInterval(function () {
      if (!document.body.contains(player) || show(player, at(player) + 1) === last) { stop(player); }
    }, 900);
  }

  window.addEventListener("afterprint", function () {
    document.querySelectorAll(".js-plotly-plot svg.main-svg").forEach(function (svg) { svg.removeAttribute("viewBox"); });
  });

  window.addEventListener("beforeprint", function () {
    document.querySelectorAll(".js-plotly-plot svg.main-svg").forEach(function (svg) {
      var box = svg.getBoundingClientRect();
      if (box.width) {
        svg.setAttribute("viewBox", "0 0 " + box.width + " " + box.height);
        svg.closest(".svg-container").style.setProperty("--ar", box.width + "/" + box.height);
      }
    });
  });
})();
