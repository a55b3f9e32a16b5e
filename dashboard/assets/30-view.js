// The view lives in the URL: controls and links write it, dcc.Location reads it, one callback fills the page.
(function () {
  "use strict";
  var YEAR = 31536000;

  function go(url, replace) {
    var target = new URL(url, window.location.href);
    if (target.href === window.location.href) { return; }
    var same = target.pathname === window.location.pathname && target.search === window.location.search;
    window.history[replace ? "replaceState" : "pushState"]({}, "", target.href);
    if (same) { jump(); return; }
    wanted = target.hash;
    window.dispatchEvent(new CustomEvent("_dashprivate_pushstate"));
    if (target.pathname !== shown) { window.scrollTo(0, 0); }
  }

  var wanted = window.location.hash, shown = window.location.pathname, focused = "";

  function jump() {
    var there = window.location.hash && document.getElementById(window.location.hash.slice(1));
    if (there) { there.scrollIntoView({ block: "start" }); }
  }

  function set(param, value) {
    var url = new URL(window.location.href), query = url.searchParams;
    var province = /^\/province\//.test(url.pathname);
    url.hash = "";
    query.delete("page");
    if (param !== "sort") { query.delete("sort"); }
    if (param === "province") {
      query.delete("district");
      if (province) { url.pathname = value ? "/province/" + value : "/"; value = ""; }
    }
    if (value) { query.set(param, value); } else { query.delete(param); }
    go(url.href);
  }

  document.addEventListener("change", function (event) {
    var holder = event.target.closest("[data-param]");
    if (holder) {
      focused = event.target.id;
      set(holder.dataset.param, event.target.value);
    }
  });

  document.addEventListener("keydown", function (event) {
    if (event.key === "Enter" && event.target.matches(".search input")) { set("q", event.target.value); }
  });

  document.addEventListener("click", function (event) {
    if (event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) { return; }
    var link = event.target.closest("a[href]");
    if (!link || link.target || link.download || link.host !== window.location.host) { return; }
    if (link.classList.contains("skip")) { event.preventDefault(); document.getElementById("main").focus(); return; }
    if (/^\/export\//.test(link.pathname)) { return; }
    if (link.dataset.keep) { document.cookie = link.dataset.keep + ";path=/;max-age=" + YEAR + ";samesite=lax"; }
    if (link.dataset.keep && /^theme=/.test(link.dataset.keep)) { focused = "theme"; }
    event.preventDefault();
    go(link.href);
  });

  // Called by Dash: a click on a figure goes where its point says; what the server told about language and theme.
  window.dash_clientside = window.dash_clientside || {};
  window.dash_clientside.ssiis = {
    follow: function () {
      var context = window.dash_clientside.callback_context;
      var click = context.triggered.length && context.triggered[0].value;
      var point = click && click.points && click.points[0];
      var to = point && (Array.isArray(point.customdata) ? point.customdata[0] : point.customdata);
      if (typeof to === "string" && to) { go(to); }
      return window.dash_clientside.no_update;
    },
    told: function (told) {
      if (!told) { return window.dash_clientside.no_update; }
      var root = document.documentElement;
      root.lang = told.lang;
      root.dataset.bsTheme = told.theme;
      root.dataset.at = told.at;
      document.title = (told.title ? told.title + " – " : "") + "SSIIS";
      window.setTimeout(settle, 0);
      return window.dash_clientside.no_update;
    }
  };

  function settle() {
    var narrow = window.matchMedia("(max-width: 991px)").matches, bar = document.getElementById("bar");
    if (bar && shown !== window.location.pathname + "#" + narrow) { bar.open = !narrow; }
    if (bar && !settled) { bar.open = !narrow; settled = true; }
    document.querySelectorAll("select[data-param]").forEach(function (select) {
      select.value = select.dataset.value;
    });
    var here = document.querySelector(".pages [aria-current]"), strip = document.querySelector(".pages ul");
    if (here) { strip.scrollLeft = here.offsetLeft - (strip.clientWidth - here.offsetWidth) / 2; }
    if (focused && document.activeElement === document.body) {
      var again = document.getElementById(focused);
      if (again) { again.focus({ preventScroll: true }); }
    }
    focused = "";
    if (wanted) { jump(); wanted = ""; }
    shown = window.location.pathname;
  }

  var settled = false;

  // React keeps what the reader chose in a select: after back and forward the view is right, not the choice.
  new MutationObserver(function (changes) {
    changes.forEach(function (change) {
      var select = change.target;
      if (select.matches("select[data-param]")) { select.value = select.dataset.value; }
    });
  }).observe(document.documentElement, { subtree: true, attributes: true, attributeFilter: ["data-value"] });

  // A server that does not answer is told, with a way to try again.
  var fetch = window.fetch;
  window.fetch = function (asked) {
    var dash = typeof asked === "string" && asked.indexOf("_dash-update-component") >= 0;
    return fetch.apply(this, arguments).then(function (answer) {
      if (dash) { offline(answer.status >= 500); }
      return answer;
    }, function (error) {
      if (dash) { offline(true); }
      throw error;
    });
  };

  function offline(is) {
    var there = document.getElementById("offline");
    if (!there) { return; }
    there.hidden = !is;
    if (is) {
      var lao = document.documentElement.lang === "lo";
      there.textContent = lao ? "ເຊີບເວີບໍ່ຕອບ. " : "The server does not answer. ";
      var again = document.createElement("a");
      again.href = window.location.href;
      again.target = "_self";
      again.textContent = lao ? "ລອງໃໝ່" : "Try again";
      there.appendChild(again);
    }
  }
})();
