//! What an archive says of itself, to whoever opens it without us.

/// `README.txt` in every archive.
pub(super) const TEXT: &str = "\
螺旋手记 Luoxuan
================

这是一位老师的行动研究手记。不需要任何程序也能读。

· “阅读”文件夹里是全部文字，Markdown 格式，用任何文本编辑器都能打开。改动它不会改动手记。
· journal.jsonl 是手记本身，UTF-8 文本，一行一条，每行是一个 JSON 对象：record 是条目，id 是这一稿，
  parents 是它接着的前一稿，at 是写下的时刻（1970 年以来的毫秒数，时区分钟数），content 是内容，
  content.body 是正文。同一个 record 里，没有被别的行写进 parents 的那一行，就是最后一稿。
· pictures 里是图片，文件名是它的 BLAKE3 校验和（小写 base32）。

螺旋手記 Luoxuan
================

這是一位老師的行動研究手記。不需要任何程式也能讀。

· 「閱讀」資料夾裡是全部文字，Markdown 格式，用任何文字編輯器都能打開。改動它不會改動手記。
· journal.jsonl 是手記本身，UTF-8 文字，一行一條，每行是一個 JSON 物件：record 是條目，id 是這一稿，
  parents 是它接著的前一稿，at 是寫下的時刻（1970 年以來的毫秒數，時區分鐘數），content 是內容，
  content.body 是正文。同一個 record 裡，沒有被別的行寫進 parents 的那一行，就是最後一稿。
· pictures 裡是圖片，檔名是它的 BLAKE3 校驗和（小寫 base32）。

Luoxuan
=======

This is a teacher's action-research journal. No program is needed to read it.

- The folder of Markdown files (Reading) holds all the words; any text editor opens them. Changing them
  does not change the journal.
- journal.jsonl is the journal itself: UTF-8 text, one JSON object a line. `record` is the thing written
  about, `id` this version of it, `parents` the versions it follows, `at` when it was written
  (milliseconds since 1970, minutes east of UTC), `content` what it says, `content.body` its text.
  Of one record, the line that no other line names among its parents is the latest version.
- pictures/ holds the pictures, each named by the BLAKE3 hash of its bytes (lower-case base32).
";
