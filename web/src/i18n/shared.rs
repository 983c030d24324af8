//! Words about what another program shared with the page.

use luoxuan::catalog::Words;

use super::w;

pub const SHARED: Words = w("分享过来的", "分享過來的", "Shared with your journal");
pub const KEEP: Words = w("记成一条", "記成一條", "Keep as an entry");
pub const KEEP_IN: Words = w("放到", "放到", "Put it in");
pub const NEW_ENTRY: Words = w("新的一条", "新的一條", "A new entry");
pub const AS_EVIDENCE: Words = w("作为这一条的证据", "作為這一條的證據", "Keep as its evidence");
pub const PICTURES: Words = w("分享来的图片", "分享來的圖片", "Pictures shared here");
pub const LOOK: Words = w("看看文件里有什么", "看看檔案裡有什麼", "See what the files hold");
pub const STRANGE: Words = w(
    "“{name}”收不了：手记能收图片、备份（.zip、.jsonl）和 .md、.txt 文件。",
    "「{name}」收不了：手記能收圖片、備份（.zip、.jsonl）和 .md、.txt 檔案。",
    "“{name}” cannot be taken: the journal takes pictures, backups (.zip, .jsonl) and .md and .txt files.",
);
pub const REFUSED: Words = w(
    "分享来的文件太大，或者浏览器没有地方放，没有收下。可以在“设置”里直接选文件。",
    "分享來的檔案太大，或者瀏覽器沒有地方放，沒有收下。可以在「設定」裡直接選檔案。",
    "The files shared here were too large, or the browser had no room for them. Choose them in Settings instead.",
);
pub const LEAVE: Words = w("不要", "不要", "Leave it");
