//! What lies in a browser's storage, read and changed past the app.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use luoxuan::format::{Archive, write_jsonl};
use luoxuan::journal::{read_lines, write_lines};
use luoxuan::{Author, Content, DeviceId, Entry, Index, Journal, RecordId, Revision, Timestamp};
use serde_json::json;

use crate::stage::wait_for;
use crate::teacher::Teacher;

/// Opens the database if it is there; never makes one.
const OPEN: &str = r#"
const done = arguments[arguments.length - 1];
const fail = (why) => done({ failed: String(why) });
const within = async (act) => {
  const real = window.realIndexedDB ?? indexedDB;
  if (!(await real.databases()).some(({ name }) => name === "luoxuan:main")) return done(null);
  const request = real.open("luoxuan:main");
  request.onerror = () => fail(request.error);
  request.onsuccess = () => act(request.result);
};
"#;

/// The texts that a script finds.
fn texts(teacher: &Teacher, script: &str) -> Vec<String> {
    let values = teacher.run_until_called(script, vec![]);
    let values = values.as_array().into_iter().flatten();
    values
        .map(|value| value.as_str().unwrap_or_default().to_owned())
        .collect()
}

/// Every value of the log, as text.
pub(crate) fn log_lines(teacher: &Teacher) -> Vec<String> {
    let script = format!(
        "{OPEN} within((base) => {{ const all = base.transaction('log').objectStore('log').getAll(); \
         all.onsuccess = () => {{ const text = new TextDecoder(); \
           done(all.result.map((value) => text.decode(value.bytes))); base.close(); }}; }})"
    );
    texts(teacher, &script)
}

/// Every draft, as text.
pub(crate) fn drafts(teacher: &Teacher) -> Vec<String> {
    let script = format!(
        "{OPEN} within((base) => {{ const all = base.transaction('drafts').objectStore('drafts').getAll(); \
         all.onsuccess = () => {{ done(all.result); base.close(); }}; }})"
    );
    texts(teacher, &script)
}

/// The lines of the log that hold these words.
pub(crate) fn lines_with(teacher: &Teacher, words: &str) -> String {
    let script = format!(
        "{OPEN} within((base) => {{ const all = base.transaction('log').objectStore('log').getAll(); \
         all.onsuccess = () => {{ const text = new TextDecoder(); \
           const lines = all.result.flatMap((value) => text.decode(value.bytes).split('\\n')); \
           done(lines.filter((line) => line.includes(arguments[0])).map((line) => line + '\\n').join('')); base.close(); }}; }})"
    );
    let lines = teacher.run_until_called(&script, vec![json!(words)]);
    lines.as_str().unwrap_or_default().to_owned()
}

/// Every revision of the log.
pub(crate) fn log(teacher: &Teacher) -> Vec<Revision> {
    read_lines(log_lines(teacher).concat().as_bytes()).0
}

/// The journal that the log holds.
pub(crate) fn journal(teacher: &Teacher) -> Journal {
    let mut journal = Journal::new();
    journal.merge(log(teacher));
    journal
}

/// What the journal of the log says, by kind.
pub(crate) fn index(teacher: &Teacher) -> Index {
    Index::of(&journal(teacher))
}

/// Puts lines into the log as the app would have, past the app. The app must have been opened once.
pub(crate) fn plant(teacher: &Teacher, lines: &str) {
    let script = format!(
        "{OPEN} const encode = new TextEncoder(); \
         within((base) => {{ const step = base.transaction('log', 'readwrite'), log = step.objectStore('log'); \
           let pack = '', records = []; \
           const flush = () => {{ if (pack) log.add({{ bytes: encode.encode(pack), records: [...new Set(records)] }}); pack = ''; records = []; }}; \
           for (const line of arguments[0].split('\\n')) {{ if (!line) continue; \
             pack += line + '\\n'; records.push(/\"record\":\"([a-z2-7]+)\"/.exec(line)?.[1] ?? 'none'); \
             if (pack.length > 80000) flush(); }} \
           flush(); step.oncomplete = () => {{ base.close(); done('planted'); }}; step.onabort = () => fail(step.error); }})"
    );
    // An arrow function has no arguments of its own; those of the script are meant.
    let outcome = teacher.run_until_called(&script, vec![json!(lines)]);
    assert_eq!(outcome, json!("planted"));
}

/// Puts a picture where the app keeps them, past the app.
pub(crate) fn plant_picture(teacher: &Teacher, bytes: &[u8]) {
    let script = format!(
        "{OPEN} within((base) => {{ const step = base.transaction('blobs', 'readwrite'); \
           step.objectStore('blobs').put(new Uint8Array(arguments[1]), arguments[0]); \
           step.oncomplete = () => {{ base.close(); done('planted'); }}; step.onabort = () => fail(step.error); }})"
    );
    let id = luoxuan::BlobId::of(bytes).to_string();
    assert_eq!(
        teacher.run_until_called(&script, vec![json!(id), json!(bytes)]),
        json!("planted")
    );
}

/// Changes eight bytes of the first value of the log.
pub(crate) fn damage(teacher: &Teacher, at: usize) {
    let script = format!(
        "{OPEN} within((base) => {{ const step = base.transaction('log', 'readwrite'), log = step.objectStore('log'); \
           const cursor = log.openCursor(); cursor.onsuccess = () => {{ const value = cursor.result.value; \
             for (let i = 0; i < 8; i += 1) value.bytes[arguments[0] + i] ^= 1; cursor.result.update(value); }}; \
           step.oncomplete = () => {{ base.close(); done('damaged'); }}; step.onabort = () => fail(step.error); }})"
    );
    assert_eq!(teacher.run_until_called(&script, vec![json!(at)]), json!("damaged"));
}

/// Waits until the witness beside both lanes says something that begins so: it is told a little later than they are.
pub(crate) fn witness_says(teacher: &Teacher, begin: &str) {
    let ask = "const done = arguments[arguments.length - 1]; \
        caches.open('luoxuan:main:witness').then((cache) => cache.match('whole')).then((said) => said ? said.text() : '').then(done)";
    let mut last = json!(null);
    let said = wait_for(Duration::from_secs(15), || {
        last = teacher.run_until_called(ask, vec![]);
        last.as_str().is_some_and(|said| said.starts_with(begin)).then_some(())
    });
    assert!(said.is_some(), "the witness says {last}");
}

/// Fills localStorage with somebody else's data, to the last unit.
pub(crate) fn fill_local(teacher: &Teacher) {
    teacher.run(
        "let size = 1 << 20, number = 0; while (size >= 1) { \
         try { localStorage.setItem('foreign:' + number, '字'.repeat(size)); number += 1; } catch { size = Math.floor(size / 2); } }",
        vec![],
    );
}

/// A copy of so many entries as a file to restore from, on the teacher's desk.
pub(crate) fn copy_of(teacher: &Teacher, count: u32) -> PathBuf {
    let lines = entries(count, |number| format!("第{number}条：{}", "写细一个瞬间。".repeat(40)));
    let archive = Archive {
        revisions: read_lines(lines.as_bytes()).0.into_iter().map(Into::into).collect(),
        ..Archive::default()
    };
    let file = teacher.browser.desk().join("archive.jsonl");
    std::fs::write(&file, write_jsonl(&archive)).expect("a file");
    file
}

/// Lines of as many entries of the past, saying what `text` gives.
pub(crate) fn entries(count: u32, text: impl Fn(u32) -> String) -> String {
    let mut journal = Journal::new();
    let mut lines = String::new();
    for number in 0..count {
        let mut id = [0x55; 16];
        id[..4].copy_from_slice(&number.to_be_bytes());
        let now = Timestamp::new(1_600_000_000_000 + i64::from(number) * 7_000_000, 480);
        let by = Author {
            device: DeviceId::from_bytes([9; 16]),
            now,
        };
        let entry = Entry {
            body: text(number),
            happened_on: Some(now.date()),
            written: Some(now),
            ..Entry::default()
        };
        let written: Option<Arc<Revision>> = journal.write(RecordId::from_bytes(id), Content::of(&entry), by);
        lines.push_str(&write_lines(written.as_slice()));
    }
    lines
}
