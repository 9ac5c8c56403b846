// La recherche et le choix de deux versions. Sans ce fichier, les pages restent des listes à lire.
(function () {
  "use strict";
  var plain = function (words) {
    return words.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase()
      .replace(/œ/g, "oe").replace(/æ/g, "ae").replace(/[’‘]/g, "'").replace(/[\u00a0\u202f]/g, " ");
  };

  var chooser = document.querySelector(".chooser");
  if (chooser) {
    var older = document.getElementById("old"), newer = document.getElementById("new"), go = document.getElementById("go");
    var names = [older.options[0].value].concat(Array.prototype.map.call(newer.options, function (o) { return o.value; }).reverse());
    var aim = function () {
      var pair = [older.value, newer.value].sort(function (a, b) { return names.indexOf(a) - names.indexOf(b); });
      if (pair[0] === pair[1]) { go.removeAttribute("href"); } else { go.href = pair[0] + "--" + pair[1] + ".html"; }
    };
    older.selectedIndex = older.options.length - 1;
    older.addEventListener("change", aim);
    newer.addEventListener("change", aim);
    aim();
    chooser.hidden = false;
  }

  var box = document.querySelector(".search");
  if (!box || typeof statutsIndex === "undefined") { return; }
  var field = document.getElementById("words"), told = document.getElementById("found");
  var results = document.getElementById("results"), lists = document.getElementById("lists");
  var entries = statutsIndex.map(function (e) { return { text: e[0], label: e[1], path: e[2], words: e[3], plain: plain(e[1] + "\n" + e[3]) }; });
  box.hidden = false;

  // Où les mots se trouvent dans le texte tel qu'il est écrit : signe par signe, car « œ » en devient deux.
  var places = function (words, sought) {
    var flat = "", at = [];
    Array.prototype.forEach.call(words, function (sign, k) {
      var p = plain(sign);
      for (var n = 0; n < p.length; n++) { at.push(k); }
      flat += p;
    });
    return sought.map(function (word) {
      var k = flat.indexOf(word);
      return k < 0 ? null : [at[k], at[k + word.length - 1] + 1];
    }).filter(Boolean).sort(function (a, b) { return a[0] - b[0]; });
  };
  var excerpt = function (words, sought) {
    var found = places(words, sought), line = document.createElement("p");
    var start = found.length ? Math.max(0, found[0][0] - 70) : 0, end = Math.min(words.length, start + 220), k;
    start = start && words.lastIndexOf(" ", start) + 1;
    end = words.indexOf(" ", end) < 0 ? words.length : words.indexOf(" ", end);
    k = start;
    if (start) { line.append("… "); }
    found.forEach(function (place) {
      if (place[0] < k || place[1] > end) { return; }
      line.append(words.slice(k, place[0]));
      var mark = document.createElement("mark");
      mark.textContent = words.slice(place[0], place[1]);
      line.append(mark);
      k = place[1];
    });
    line.append(words.slice(k, end) + (end < words.length ? " …" : ""));
    return line;
  };
  var show = function () {
    var sought = plain(field.value).split(/\s+/).filter(Boolean);
    results.textContent = "";
    lists.hidden = sought.length > 0;
    if (!sought.length) { told.textContent = ""; return; }
    var found = entries.filter(function (e) { return sought.every(function (w) { return e.plain.indexOf(w) >= 0; }); });
    told.textContent = found.length === 0 ? box.dataset.none : found.length === 1 ? box.dataset.one : box.dataset.many.replace("#", found.length);
    found.slice(0, 50).forEach(function (e) {
      var item = document.createElement("li"), head = document.createElement("h2"), link = document.createElement("a");
      link.href = e.path;
      link.textContent = e.label;
      head.append(link);
      item.append(head, excerpt(e.words, sought));
      results.append(item);
    });
  };
  field.addEventListener("input", show);
  try { field.value = decodeURIComponent(location.hash.slice(1)); } catch (broken) { /* un lien mal copié */ }
  show();
})();
