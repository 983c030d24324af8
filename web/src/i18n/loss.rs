//! Words of what is gone from the lanes: what happened, what came back, what is missing, where the last copy is.

use luoxuan::catalog::{Language, Words};
use luoxuan::store::{Loss, Missing};

use super::{fill, w};
use crate::browser::clock;
use crate::keeping::Outside;

const BOTH: Words = w(
    "浏览器存手记的两处地方都被清空或损坏过。",
    "瀏覽器存手記的兩處地方都被清空或損壞過。",
    "Both places where the browser keeps this journal were cleared or damaged.",
);
const LARGE: Words = w(
    "浏览器的数据库不见了：被清理、被删除，或者损坏了。",
    "瀏覽器的資料庫不見了：被清理、被刪除，或者損壞了。",
    "The browser’s database is gone: cleared, deleted or damaged.",
);
const SMALL: Words = w(
    "浏览器的小存储不见了，现在的文字已经从数据库里补回去。",
    "瀏覽器的小儲存不見了，現在的文字已經從資料庫裡補回去。",
    "The browser’s small storage is gone; current texts have been laid there again from the database.",
);
const NEITHER: Words = w(
    "以前存好的内容，这次没有全部读出来。",
    "以前存好的內容，這次沒有全部讀出來。",
    "Not all that was kept could be read this time.",
);
const BACK: Words = w(
    "{n} 条文字从小存储里找了回来，已经重新写入。",
    "{n} 條文字從小儲存裡找了回來，已經重新寫入。",
    "{n} texts came back from the small storage and are kept again.",
);
const MISSING: Words = w("至少少了 {what}。", "至少少了 {what}。", "Missing, at least: {what}.");
const NOTHING: Words = w(
    "记得的文字、以前的版本和图片都在。",
    "記得的文字、以前的版本和圖片都在。",
    "All texts, earlier versions and pictures it knew of are there.",
);
const TEXTS: Words = w("{n} 条文字", "{n} 條文字", "texts: {n}");
const VERSIONS: Words = w("{n} 个以前的版本", "{n} 個以前的版本", "earlier versions: {n}");
const PICTURES: Words = w("{n} 张图片", "{n} 張圖片", "pictures: {n}");
const AND: Words = w("、", "、", ", ");
const FROM_COPY: Words = w(
    "最近一次备份是 {when} 做的，里面有 {texts} 条文字、{pictures} 张图片：请从它恢复，恢复只会添加。",
    "最近一次備份是 {when} 做的，裡面有 {texts} 條文字、{pictures} 張圖片：請從它恢復，恢復只會添加。",
    "Your last backup was made {when} and holds {texts} texts and {pictures} pictures: restore it. Restoring only adds.",
);
const FROM_ANY_COPY: Words = w(
    "如果备份过，请从最近的备份恢复，恢复只会添加。",
    "如果備份過，請從最近的備份恢復，恢復只會添加。",
    "If you have a backup, restore the latest. Restoring only adds.",
);
const TAKE_COPY: Words = w("请现在下载一份备份。", "請現在下載一份備份。", "Download a backup now.");

pub const RESTORE: Words = w("从备份恢复", "從備份恢復", "Restore from a backup");
pub const SEEN: Words = w("知道了", "知道了", "I have seen this");

fn what(missing: Missing, language: Language) -> String {
    let each = [
        (missing.texts, TEXTS),
        (missing.versions, VERSIONS),
        (missing.pictures, PICTURES),
    ];
    let named = each.into_iter().filter(|(number, _)| *number > 0);
    let named: Vec<_> = named
        .map(|(number, words)| fill(words.in_(language), &[("n", &number)]))
        .collect();
    named.join(AND.in_(language))
}

/// What is gone, in sentences; `copy` is the last one outside.
pub fn loss_text(loss: Loss, copy: Option<&Outside>, language: Language) -> String {
    let happened = match (loss.small, loss.large) {
        (true, true) => BOTH,
        (false, true) => LARGE,
        (true, false) => SMALL,
        (false, false) => NEITHER,
    };
    let mut sentences = vec![happened.in_(language).to_owned()];
    if loss.back > 0 && loss.large {
        sentences.push(fill(BACK.in_(language), &[("n", &loss.back)]));
    }
    if loss.missing.is_nothing() {
        sentences.extend([NOTHING, TAKE_COPY].map(|words| words.in_(language).to_owned()));
    } else {
        sentences.push(fill(MISSING.in_(language), &[("what", &what(loss.missing, language))]));
        sentences.push(copy.map_or_else(
            || FROM_ANY_COPY.in_(language).to_owned(),
            |copy| {
                let figures: [(&str, &dyn std::fmt::Display); 3] = [
                    ("when", &clock::moment_text(copy.at, language)),
                    ("texts", &copy.manifest.tally.records),
                    ("pictures", &copy.manifest.pictures),
                ];
                fill(FROM_COPY.in_(language), &figures)
            },
        ));
    }
    sentences.join(if language == Language::En { " " } else { "" })
}
