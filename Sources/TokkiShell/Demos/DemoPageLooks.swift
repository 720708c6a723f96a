/// How the page of a demo looks, and how it is gone through.
enum DemoPageLooks {
  static let style = """
    :root { color-scheme: light dark; --ink: #1f2328; --paper: #fff; --quiet: #656d76;
      --box: #f6f8fa; --edge: #d0d7de; --blue: #0550ae; --green: #116329; --red: #b3261e;
      --brown: #7a4d00; --purple: #6639ba; --cyan: #1b6f87; }
    @media (prefers-color-scheme: dark) { :root { --ink: #e6edf3; --paper: #0d1117;
      --quiet: #8d96a0; --box: #161b22; --edge: #30363d; --blue: #79c0ff; --green: #7ee787;
      --red: #ffa198; --brown: #e3b341; --purple: #d2a8ff; --cyan: #76e3ea; } }
    body { margin: 0 auto; padding: 1.5rem 1rem 5rem; max-width: 52rem; color: var(--ink);
      background: var(--paper); font: 1rem/1.6 system-ui, "Noto Sans KR", "Apple SD Gothic Neo",
      "Malgun Gothic", sans-serif; word-break: keep-all; overflow-wrap: anywhere; }
    a { color: var(--blue); }
    nav { border-bottom: 1px solid var(--edge); }
    nav ol { padding-left: 1.4rem; }
    h1, h2 { line-height: 1.25; }
    pre, code, kbd { font: .875rem/1.5 ui-monospace, Menlo, Consolas, "D2Coding",
      "Nanum Gothic Coding", "Noto Sans Mono CJK KR", monospace; }
    code { background: var(--box); border-radius: 3px; padding: .1em .3em; }
    pre { background: var(--box); border: 1px solid var(--edge); border-radius: 6px;
      padding: .6rem .8rem; overflow-x: auto; margin: .6rem 0; word-break: normal;
      overflow-wrap: normal; }
    pre code { padding: 0; }
    pre.beat + pre.beat { margin-top: -.7rem; border-top-style: dashed;
      border-top-left-radius: 0; border-top-right-radius: 0; }
    kbd { font-weight: 600; }
    blockquote { margin: 0; padding-left: 1rem; border-left: 3px solid var(--edge);
      color: var(--quiet); }
    table { border-collapse: collapse; }
    th, td { border: 1px solid var(--edge); padding: .2rem .6rem; text-align: left; }
    .prompt { color: var(--green); font-weight: 600; }
    .exchange { color: var(--cyan); } .queue { color: var(--brown); }
    .client { color: var(--purple); } .body, .good { color: var(--green); }
    .bad { color: var(--red); font-weight: 600; } .warning { color: var(--brown); }
    .heading { font-weight: 600; } .quiet { color: var(--quiet); }
    .ahead { display: none; }
    #steps { position: fixed; left: 0; right: 0; bottom: 0; padding: .5rem; text-align: center;
      background: var(--paper); border-top: 1px solid var(--edge); }
    #steps button { font: inherit; padding: .2rem .8rem; }
    #count { display: inline-block; min-width: 5rem; color: var(--quiet); }
    @media print { #steps { display: none; } .ahead { display: block; } }
    """

  static let script = """
    (function () {
      var beats = Array.from(document.querySelectorAll(".beat"));
      var sections = Array.from(document.querySelectorAll("section"));
      var get = function (id) { return document.getElementById(id); };
      // The last beat that is shown; null shows all.
      var at = null;
      function show() {
        var steps = at !== null;
        beats.forEach(function (beat, index) {
          beat.classList.toggle("ahead", steps && index > at);
        });
        sections.forEach(function (section) {
          var first = section.querySelector(".beat");
          section.classList.toggle("ahead", !!first && first.classList.contains("ahead"));
        });
        get("start").hidden = steps;
        get("back").hidden = get("next").hidden = get("all").hidden = !steps;
        get("back").disabled = at === 0;
        get("next").disabled = at === beats.length - 1;
        get("count").textContent = steps ? at + 1 + " / " + beats.length : "";
        if (steps) beats[at].scrollIntoView({ block: "nearest" });
      }
      function go(place) {
        at = place === null ? null : Math.max(0, Math.min(beats.length - 1, place));
        show();
      }
      if (beats.length === 0) return;
      get("start").onclick = function () { go(0); };
      get("back").onclick = function () { go(at - 1); };
      get("next").onclick = function () { go(at + 1); };
      get("all").onclick = function () { go(null); };
      document.querySelectorAll("nav a").forEach(function (link) {
        link.onclick = function () {
          var heading = document.querySelector(link.getAttribute("href"));
          var first = heading && heading.parentElement.querySelector(".beat");
          if (at !== null && first) go(beats.indexOf(first));
        };
      });
      document.addEventListener("keydown", function (key) {
        if (key.ctrlKey || key.altKey || key.metaKey) return;
        if (key.key === "ArrowRight" && at === null) go(0);
        else if (at === null) return;
        else if (key.key === "ArrowRight" || key.key === "PageDown") go(at + 1);
        else if (key.key === "ArrowLeft" || key.key === "PageUp") go(at - 1);
        else if (key.key === "Escape") go(null);
        else return;
        key.preventDefault();
      });
      get("steps").hidden = false;
      show();
    })();
    """
}
