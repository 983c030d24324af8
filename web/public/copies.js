// For a browser that cannot run the program: lets out of its small storage what was written here, as a file that any
// newer browser takes back in. JavaScript of 2009, fetched only when it is needed.
(function () {
  var lines = [], unfinished = [];
  function typed(text) {
    try {
      return JSON.parse(text).content.body || text;
    } catch (damaged) {
      return text;
    }
  }
  try {
    for (var at = 0; at < localStorage.length; at++) {
      var key = localStorage.key(at), text = localStorage.getItem(key);
      // Lines of the journal stand there as they are; a draft is on its way to being one.
      if (key.indexOf("luoxuan:main:head:") === 0) lines.push(text);
      if (key.indexOf("luoxuan:main:hot:") === 0) unfinished.push(typed(text));
    }
  } catch (blocked) {
    // What can be read so far is let out.
  }
  if (!lines.length && !unfinished.length) return;
  var add = function (tag, text) {
    var made = document.getElementById("too-old").appendChild(document.createElement(tag));
    made.appendChild(document.createTextNode(text));
    return made;
  };
  if (lines.length) {
    var file = new Blob(["{\"format\":\"luoxuan journal\",\"version\":1}\n" + lines.join("\n") + "\n"]);
    var link = add("a", "下载这里存的文字 · 下載這裡存的文字 · Download the texts kept here");
    link.href = URL.createObjectURL(file);
    link.download = "luoxuan.jsonl";
    link.className = "button";
    add("p", "在新的浏览器里：设置 → 备份和恢复 → 选文件来恢复。 · 在新的瀏覽器裡：設置 → 備份和恢復 → 選檔案來恢復。 · In the new browser: Settings → Backup and restore → Choose files to restore.");
  }
  if (unfinished.length) {
    add("p", "还没写完的 · 還沒寫完的 · Unfinished:");
    for (var one = 0; one < unfinished.length; one++) add("pre", unfinished[one]);
  }
})();
