/* The preview's own script: reload when the site was rebuilt, show the problems when it could not be. */
(function () {
  "use strict";
  var version = -1;

  function element(name, className, text) {
    var made = document.createElement(name);
    made.className = className;
    made.textContent = text || "";
    return made;
  }

  function item(problem) {
    var made = element("li", "preview-" + problem.severity);
    made.append(
      element("code", "preview-where", problem.path + ":" + problem.line + ":" + problem.column),
      element("span", "preview-message", problem.message),
      element("span", "preview-hint", problem.hint)
    );
    return made;
  }

  function show(state) {
    var old = document.querySelector(".preview-problems");
    if (old) old.remove();
    if (!state.count) return;
    var box = element("section", "preview-problems");
    box.setAttribute("role", "alert");
    var list = element("ol", "");
    state.problems.forEach(function (problem) { if (problem.severity === "problem") list.append(item(problem)); });
    box.append(
      element("h2", "", state.count + (state.count === 1 ? " problem" : " problems") + ": this is the last good site"),
      list
    );
    document.body.prepend(box);
  }

  function follow() {
    fetch("/-/sitegen/state?" + version, { cache: "no-store" })
      .then(function (answer) { return answer.json(); })
      .then(function (state) {
        if (version >= 0 && state.version !== version && !state.count) return location.reload();
        version = state.version;
        show(state);
        return follow();
      })
      .catch(function () { setTimeout(follow, 1000); });
  }

  follow();
})();
