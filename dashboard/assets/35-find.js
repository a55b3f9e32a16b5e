// The search form's address, followed without loading the page again: the click on a link that says the same.
(function () {
  "use strict";
  document.addEventListener("submit", function (event) {
    var form = event.target;
    if (!form.matches("form.finder")) { return; }
    event.preventDefault();
    var query = new URLSearchParams();
    new FormData(form).forEach(function (value, name) { if (value) { query.set(name, value); } });
    var link = document.createElement("a");
    link.href = form.getAttribute("action") + "?" + query.toString();
    link.hidden = true;
    document.body.appendChild(link);
    link.click();
    link.remove();
  });
})();
