//! A lane that is gone, in whole or in part, is said: what came back, what did not, and where the last copy is.

use luoxuan::Entry;
use rstest::rstest;
use std::fs;
use std::path::{Path, PathBuf};

use crate::damage::{Lane, files};
use crate::disk;
use crate::spiral;
use crate::stage::browser::Kind;
use crate::stage::tools::proved;
use crate::teacher::Teacher;

const ENTRIES: u32 = 27;

const PICTURE: &[u8] = b"\x89PNG\r\n\x1a\nnot much of one";

/// A journal of 27 texts, one with an earlier version, and a picture; and a copy of it all outside.
fn with_a_copy(teacher: &Teacher) -> PathBuf {
    teacher.waits_for_the_journal();
    spiral::restore(teacher, &disk::copy_of(teacher, ENTRIES));
    disk::plant_picture(teacher, PICTURE);
    teacher.opens("#/today");
    teacher.writes_an_entry("今天写的");
    teacher.opens_to_change();
    teacher.writes_an_entry("，又改了一次");
    // The picture came past the app: it counts from the next start on.
    teacher.opens("#/today");
    teacher.reloads();
    teacher.waits_for_the_journal();
    teacher.sees("都在本机");
    teacher.opens("#/settings");
    let copy = teacher.downloads(|| teacher.clicks("下载备份"));
    teacher.sees("备份已交给浏览器下载");
    copy
}

/// Takes away the files of a lane while the browser is not running.
fn lose(profile: &Path, kind: Kind, lane: Lane) {
    let all = files(profile, kind, lane);
    assert!(!all.is_empty(), "{lane:?} lies in files");
    for file in all {
        fs::remove_file(file).expect("it can be removed");
    }
}

/// Starts again, and waits until what there is has been held against what there was.
fn starts_with_a_loss(teacher: &mut Teacher) {
    teacher.browser.start_again();
    teacher.opens_the_app();
    teacher.waits_for_the_journal();
    teacher.sees("知道了");
    assert!(!teacher.page().contains("都在本机"), "{}", teacher.page());
}

fn shown(teacher: &Teacher, what: &str, result: &str) {
    proved("T08", &format!("{:?}: {what}", teacher.browser.kind), result);
}

#[rstest]
#[case::chromium(Kind::Chromium)]
#[case::firefox(Kind::Firefox)]
fn a_database_that_is_gone(#[case] kind: Kind) {
    let teacher = &mut Teacher::arrives(kind);
    let copy = with_a_copy(teacher);
    teacher.browser.quit();
    lose(&teacher.browser.profile(), teacher.browser.kind, Lane::Database);
    starts_with_a_loss(teacher);
    teacher.sees("浏览器的数据库不见了");
    teacher.sees("28 条文字从小存储里找了回来");
    teacher.sees("至少少了 1 个以前的版本、1 张图片");
    teacher.sees("里面有 28 条文字、1 张图片");
    // Until somebody has seen to it.
    teacher.reloads();
    teacher.waits_for_the_journal();
    teacher.sees("至少少了 1 个以前的版本、1 张图片");
    spiral::restore(teacher, &copy);
    teacher.sees_no("至少少了");
    assert_eq!(disk::log(teacher).len(), 29, "texts and the version before one of them");
    teacher.opens("#/today");
    teacher.reloads();
    teacher.sees("都在本机");
    shown(
        teacher,
        "the folder of the database deleted between two runs",
        "said, with what came back, what was missing, and the last copy; whole again after restoring it",
    );
}

#[rstest]
#[case::chromium(Kind::Chromium)]
#[case::firefox(Kind::Firefox)]
fn a_small_storage_that_is_gone(#[case] kind: Kind) {
    let teacher = &mut Teacher::arrives(kind);
    with_a_copy(teacher);
    teacher.browser.quit();
    lose(&teacher.browser.profile(), teacher.browser.kind, Lane::Local);
    starts_with_a_loss(teacher);
    teacher.sees("浏览器的小存储不见了");
    teacher.sees("以前的版本和图片都在");
    let heads = "return Object.keys(localStorage).filter((key) => key.startsWith('luoxuan:main:head:')).length";
    assert_eq!(teacher.run(heads, vec![]), serde_json::json!(28), "laid there again");
    teacher.clicks("知道了");
    teacher.sees("都在本机");
    teacher.reloads();
    teacher.waits_for_the_journal();
    teacher.sees("都在本机");
    assert!(!teacher.page().contains("不见了"), "it has been seen to");
    // With the texts laid there again the other lane may go next.
    teacher.browser.quit();
    lose(&teacher.browser.profile(), teacher.browser.kind, Lane::Database);
    starts_with_a_loss(teacher);
    teacher.sees("28 条文字从小存储里找了回来");
    shown(
        teacher,
        "the files of localStorage deleted between two runs, later those of the database",
        "said; all current texts laid there again, and back when the database went",
    );
}

/// Takes the values behind the first eight out of the log, and as many texts out of the small storage.
fn lose_in_part(teacher: &Teacher) {
    let outcome = teacher.run_until_called(
        "const done = arguments[arguments.length - 1], open = indexedDB.open('luoxuan:main'); \
         open.onsuccess = () => { const step = open.result.transaction('log', 'readwrite'), log = step.objectStore('log'); \
           const all = log.getAll(1); all.onsuccess = () => { const value = all.result[0], text = new TextDecoder().decode(value.bytes); \
             const lines = text.split('\\n').slice(0, 7), ids = lines.map((line) => /\"record\":\"([a-z2-7]+)\"/.exec(line)[1]); \
             log.clear(); log.put({ bytes: new TextEncoder().encode(lines.join('\\n') + '\\n'), records: ids }, 1); \
             for (const key of Object.keys(localStorage)) if (key.startsWith('luoxuan:main:head:') && !ids.some((id) => key.endsWith(id))) localStorage.removeItem(key); }; \
           step.oncomplete = () => { open.result.close(); done('lost'); }; step.onabort = () => done(String(step.error)); }",
        vec![],
    );
    assert_eq!(outcome, serde_json::json!("lost"));
}

#[rstest]
#[case::chromium(Kind::Chromium)]
#[case::firefox(Kind::Firefox)]
fn texts_gone_from_both_lanes(#[case] kind: Kind) {
    let teacher = &mut Teacher::arrives(kind);
    let copy = with_a_copy(teacher);
    lose_in_part(teacher);
    teacher.opens("#/today");
    teacher.reloads();
    teacher.waits_for_the_journal();
    teacher.sees("以前存好的内容，这次没有全部读出来");
    teacher.sees("至少少了 21 条文字、1 个以前的版本");
    teacher.sees("里面有 28 条文字、1 张图片");
    assert!(!teacher.page().contains("都在本机"));
    // What is written now is kept, and hides nothing of it.
    for number in 0..3 {
        teacher.writes_an_entry(&format!("以后写的第{number}条"));
    }
    teacher.reloads();
    teacher.waits_for_the_journal();
    teacher.sees("至少少了 21 条文字、1 个以前的版本");
    spiral::restore(teacher, &copy);
    teacher.sees_no("至少少了");
    assert_eq!(disk::index(teacher).of_kind::<Entry>().count(), 31);
    shown(
        teacher,
        "21 of 28 texts taken out of both lanes",
        "said, with their number and the last copy; whole again after restoring it",
    );
}

#[rstest]
#[case::chromium(Kind::Chromium)]
#[case::firefox(Kind::Firefox)]
fn both_lanes_gone(#[case] kind: Kind) {
    let teacher = &mut Teacher::arrives(kind);
    with_a_copy(teacher);
    disk::witness_says(teacher, "28 0 29 ");
    teacher.browser.quit();
    for lane in [Lane::Local, Lane::Database] {
        lose(&teacher.browser.profile(), teacher.browser.kind, lane);
    }
    starts_with_a_loss(teacher);
    teacher.sees("两处地方都被清空或损坏过");
    teacher.sees("至少少了 28 条文字、1 个以前的版本、1 张图片");
    shown(
        teacher,
        "the files of both lanes deleted between two runs",
        "said, with how much was there",
    );
}

/// Without this file Chromium puts the database together again, and counts its keys from too low a number.
#[test]
fn a_database_without_its_first_file_takes_words_again() {
    let mut teacher = Teacher::arrives(Kind::Chromium);
    teacher.waits_for_the_journal();
    for text in ["第一条", "第二条", "第三条"] {
        teacher.writes_an_entry(text);
    }
    teacher.browser.quit();
    let current: Vec<_> = files(&teacher.browser.profile(), Kind::Chromium, Lane::Database)
        .into_iter()
        .filter(|file| file.ends_with("CURRENT"))
        .collect();
    assert!(!current.is_empty());
    for file in current {
        fs::remove_file(file).expect("it can be removed");
    }
    for text in ["修好以后写的", "再开一次写的"] {
        teacher.comes_back();
        teacher.sees("第一条");
        teacher.types(text);
        teacher.keeps_it();
        teacher.browser.kill();
    }
    teacher.comes_back();
    let index = disk::index(&teacher);
    let texts: Vec<_> = index.of_kind::<Entry>().map(|(_, entry)| entry.body.clone()).collect();
    for text in ["第一条", "第二条", "第三条", "修好以后写的", "再开一次写的"] {
        assert!(texts.iter().any(|there| there == text), "{text}: {texts:?}");
    }
    assert!(!teacher.page().contains("至少少了"), "nothing is missing");
    proved(
        "T08",
        "Chromium: only CURRENT of the database deleted; written, killed, twice",
        "everything before is there, and everything after",
    );
}
