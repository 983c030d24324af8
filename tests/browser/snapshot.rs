//! The snapshot beside the log: what a start makes of it, and of one that is harmed.

use std::collections::BTreeMap;

use leptos::prelude::GetUntracked;
use luoxuan::session::Trouble;
use luoxuan::snapshot::{LaidApart, Snapshot};
use luoxuan::store::Store;
use luoxuan::text::Finder;
use luoxuan::{Entry, Index, Journal, RecordId, Revision, RevisionId, Timestamp};
use luoxuan_tests::years;
use luoxuan_web::browser::database::Database;
use luoxuan_web::browser::local::Local;
use luoxuan_web::keeping::Keeper;
use luoxuan_web::search::{FullText, SearchIndex};
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::bench::{ask, fresh, wait_for};
use crate::keeping::page;
use crate::whole::{leave, start};

/// A journal long enough for a snapshot, which it has; left in order.
async fn long(name: &str) -> Journal {
    let keeper = Keeper::open(name);
    let (page, notebook, loaded) = page(&keeper).await;
    wait_for("the journal", || loaded.get().then_some(())).await;
    let all: Vec<Revision> = years::revisions(7, 600, Timestamp::new(1_760_000_000_000, 480)).collect();
    notebook.import(all.clone()).await;
    // As another window sees what this one has written.
    assert!(keeper.catch_up(&mut |_| {}).await);
    keeper.renew_snapshot().await;
    let (snapshot, _) = keeper.database().snapshot().await.expect("a snapshot");
    assert!(snapshot.parts() > 5 && snapshot.last() > 0);
    leave(name, page, keeper).await;
    all.into_iter().collect()
}

/// Every current text.
fn texts(journal: &Journal) -> BTreeMap<RevisionId, String> {
    let heads = journal.records().flat_map(|(_, heads)| heads);
    heads
        .map(|head| (head.id(), head.content().json().to_owned()))
        .collect()
}

fn apart(journal: &Journal) -> usize {
    let heads = journal.records().flat_map(|(_, heads)| heads);
    heads.filter(|head| head.content().part().is_some()).count()
}

/// What is found in a journal, whichever way its words lie.
fn found(journal: &Journal) -> Vec<Vec<RecordId>> {
    let (index, mut full_text) = (Index::of(journal), FullText::default());
    let records: Vec<RecordId> = journal.records().map(|(record, _)| record).collect();
    for some in records.chunks(70) {
        full_text.update(&index, &mut some.iter().copied());
    }
    let queries = [
        "。",
        "写",
        "具体",
        "，",
        "（",
        "a",
        "A4",
        "5",
        "第 ",
        "没有写过的话",
        years::COMMON,
    ];
    let finders = queries.iter().filter_map(|query| Finder::new(query));
    finders.map(|finder| full_text.scan(&finder)).collect()
}

async fn last_of_log(name: &str) -> String {
    const LAST: &str = "return new Promise((done, fail) => { const r = indexedDB.open('luoxuan:' + name); r.onsuccess = () => { \
        const c = r.result.transaction('log').objectStore('log').openKeyCursor(null, 'prev'); \
        c.onsuccess = () => { r.result.close(); done(String(c.result.key)); }; c.onerror = fail; }; })";
    ask(&[name.into()], "name", LAST).await.as_string().expect("a key")
}

/// Does something to the values beside the log.
async fn harm(name: &str, act: &str) {
    let harm = format!(
        "return new Promise((done, fail) => {{ const r = indexedDB.open('luoxuan:' + name); r.onsuccess = () => {{ \
         const t = r.result.transaction('meta', 'readwrite'), meta = t.objectStore('meta'), k = meta.getAllKeys(), \
         v = meta.getAll(); v.onsuccess = () => {{ const keys = k.result, all = v.result, \
         first = keys.findIndex(key => /:000000$/.test(key)), said = keys.indexOf('snapshot'); {act} }}; \
         t.oncomplete = () => {{ r.result.close(); done(); }}; t.onabort = fail; }}; }})"
    );
    ask(&[name.into()], "name", &harm).await;
}

#[wasm_bindgen_test]
async fn a_start_from_a_snapshot_has_and_finds_what_the_log_has() {
    let name = fresh("snapshot");
    let mut journal = long(&name).await;
    // Another window writes behind it.
    let changed = journal.records().next().expect("a record").0;
    let by = luoxuan::Author {
        device: luoxuan::DeviceId::from_bytes([9; 16]),
        now: Timestamp::new(1_770_000_000_000, 480),
    };
    let entry = Entry {
        body: "快照后面的话".into(),
        ..Entry::default()
    };
    let new = [changed, RecordId::from_bytes([9; 16])]
        .map(|record| journal.write(record, luoxuan::Content::of(&entry), by).expect("new"));
    Database::new(&name).append(&new).await.expect("kept");

    let last = last_of_log(&name).await;
    let (page, keeper, loss) = start(&name).await;
    assert_eq!(loss, None);
    assert!(keeper.is_whole().get_untracked() && !keeper.is_recalled());
    assert!(
        apart(&keeper.journal()) > 500,
        "{} were recalled",
        apart(&keeper.journal())
    );
    assert_eq!(found(&keeper.journal()), found(&journal));
    assert_eq!(*keeper.journal(), journal);
    assert_eq!(last_of_log(&name).await, last, "nothing is written again");
    assert_eq!(keeper.damage().len(), 0);
    leave(&name, page, keeper).await;
}

/// What is done to a snapshot, to what is written down about it and to each of its parts; and whether it is still begun with.
const HARMS: [(&str, bool); 16] = [
    ("meta.put('?', 'snapshot')", false),
    ("meta.put({}, 'snapshot')", false),
    ("meta.delete('snapshot')", false),
    (
        r#"meta.put(all[said].replace('"version":1', '"version":2'), 'snapshot')"#,
        false,
    ),
    (
        r#"meta.put(all[said].replace(/"of":"[^"]*"/, '"of":"another"'), 'snapshot')"#,
        false,
    ),
    (
        r#"meta.put(all[said].replace(/"last":\d+/, '"last":99999'), 'snapshot')"#,
        false,
    ),
    (
        r#"meta.put(all[said].replace(/"parts":\d+/, '"parts":99'), 'snapshot')"#,
        true,
    ),
    ("meta.delete(keys[first])", false),
    ("meta.delete(keys[first + 2])", false),
    ("meta.put('?', keys[first + 1])", false),
    (
        "meta.put({ ...all[first], bytes: all[first].bytes.slice(1) }, keys[first])",
        false,
    ),
    (
        "all[first + 1].bytes[500] ^= 1; meta.put(all[first + 1], keys[first + 1])",
        true,
    ),
    (
        "meta.put({ ...all[first], words: all[first].words.slice(0, -9) }, keys[first])",
        true,
    ),
    (
        "meta.put({ ...all[first], words: all[first].words.replaceAll('。', '！') }, keys[first])",
        true,
    ),
    ("meta.put({ ...all[first], words: '' }, keys[first])", true),
    (
        "meta.put({ ...all[first], words: all[first + 1].words }, keys[first])",
        true,
    ),
];

#[wasm_bindgen_test]
async fn a_harmed_snapshot_costs_time_and_nothing_else() {
    let name = fresh("harmed");
    let journal = long(&name).await;
    for (act, recalled) in HARMS {
        let last = last_of_log(&name).await;
        harm(
            &name,
            &format!("globalThis.saved = [keys, structuredClone(all)]; {act}"),
        )
        .await;
        let (page, keeper, loss) = start(&name).await;
        assert_eq!(loss, None, "{act}");
        assert!(keeper.is_whole().get_untracked(), "{act}");
        assert_eq!(texts(&keeper.journal()), texts(&journal), "{act}");
        assert_eq!(keeper.journal().tally(), journal.tally(), "{act}");
        assert_eq!(apart(&keeper.journal()) > 0, recalled, "{act}");
        assert_eq!(keeper.damage().len(), 0, "{act}");
        assert_eq!(last_of_log(&name).await, last, "{act}: nothing is written again");
        leave(&name, page, keeper).await;
        // The page may have written one of its own.
        let restore = "keys.filter(key => /^snapshot/.test(key)).forEach(key => meta.delete(key)); \
            saved[0].forEach((key, at) => meta.put(saved[1][at], key))";
        harm(&name, restore).await;
    }
}

#[wasm_bindgen_test]
async fn what_the_log_lost_comes_back_from_the_snapshot() {
    let name = fresh("lost");
    let journal = long(&name).await;
    let local = Local::open(&name);
    for key in local.keys("head:") {
        local.remove(&key);
    }
    // A value of the log goes, and with it the current texts of some hundred records and some older ones.
    let cut = "return new Promise((done, fail) => { const r = indexedDB.open('luoxuan:' + name); r.onsuccess = () => { \
        const t = r.result.transaction('log', 'readwrite'); t.objectStore('log').delete(2); \
        t.oncomplete = () => { r.result.close(); done(); }; t.onabort = fail; }; })";
    ask(&[name.clone().into()], "name", cut).await;
    let (page, keeper, loss) = start(&name).await;
    let loss = loss.expect("older versions are gone");
    assert_eq!(loss.missing.texts, 0);
    assert!(loss.missing.versions > 0 && loss.back > 10, "{loss:?}");
    assert_eq!(texts(&keeper.journal()), texts(&journal));
    keeper.database().forget_snapshot().await.expect("gone");
    leave(&name, page, keeper).await;
    let (page, keeper, _) = start(&name).await;
    assert_eq!(texts(&keeper.journal()), texts(&journal), "from the log again");
    leave(&name, page, keeper).await;
}

/// Everything that lies beside the log, as one text.
async fn beside(name: &str) -> String {
    const ALL: &str = "return new Promise((done, fail) => { const r = indexedDB.open('luoxuan:' + name); r.onsuccess = () => { \
        const a = r.result.transaction('meta').objectStore('meta').getAll(); a.onsuccess = () => { r.result.close(); \
        done(a.result.map(v => v.words ? v.words + new TextDecoder().decode(v.bytes) : String(v)).join('|')); }; \
        a.onerror = fail; }; })";
    ask(&[JsValue::from(name)], "name", ALL)
        .await
        .as_string()
        .expect("a text")
}

#[wasm_bindgen_test]
async fn what_is_erased_is_gone_from_the_snapshot_too_and_from_one_that_is_being_written() {
    let name = fresh("erased-snapshot");
    long(&name).await;
    let (page, keeper, _) = start(&name).await;
    let (record, body) = {
        let journal = keeper.journal();
        let mut entries = journal.records().filter_map(|(record, heads)| {
            let entry: Entry = heads.first()?.content().read()?;
            Some((record, entry.body))
        });
        entries.next().expect("an entry")
    };
    assert!(beside(&name).await.contains(&body));
    let database = keeper.database();
    let part = LaidApart {
        words: body.clone(),
        bytes: vec![1],
    };
    // Somebody is writing a new one, and has it half.
    database.begin_snapshot("half").await.expect("begun");
    assert_eq!(
        database.put_parts("half", 0, std::slice::from_ref(&part)).await,
        Ok(true)
    );
    assert_eq!(
        database.put_parts("other", 0, std::slice::from_ref(&part)).await,
        Ok(false)
    );
    let erased = keeper.act(|session, now| session.erase(record, now));
    keeper.finished(erased.job).await;
    assert_eq!(database.put_parts("half", 1, &[part]).await, Ok(false));
    assert_eq!(
        database.end_snapshot(&Snapshot::new("life", 1, "half", 2)).await,
        Ok(false)
    );
    assert!(!beside(&name).await.contains(&body));
    assert!(database.snapshot().await.is_none());
    leave(&name, page, keeper).await;
}

#[wasm_bindgen_test]
async fn of_two_windows_one_writes_the_snapshot_and_both_know_all() {
    let name = fresh("two-snapshots");
    let journal = long(&name).await;
    let (first_page, first, _) = start(&name).await;
    let (second_page, second, _) = start(&name).await;
    assert_eq!(texts(&first.journal()), texts(&journal));
    assert_eq!(texts(&second.journal()), texts(&journal));
    second.database().forget_snapshot().await.expect("gone");
    drop((first_page, first));
    leave(&name, second_page, second).await;
    let (page, keeper, loss) = start(&name).await;
    assert_eq!((loss, apart(&keeper.journal())), (None, 0));
    assert_eq!(texts(&keeper.journal()), texts(&journal));
    let (other_page, other, _) = start(&name).await;
    other.renew_snapshot().await;
    assert!(keeper.database().snapshot().await.is_none(), "it is not the first");
    keeper.renew_snapshot().await;
    assert!(keeper.database().snapshot().await.is_some());
    drop((other_page, other));
    leave(&name, page, keeper).await;
}

#[wasm_bindgen_test]
async fn a_database_that_is_cleared_under_a_page_which_began_with_a_snapshot_is_written_again_whole() {
    let name = fresh("cleared-snapshot");
    let journal = long(&name).await;
    let (page, keeper, _) = start(&name).await;
    assert!(apart(&keeper.journal()) > 500);
    let delete = "return new Promise((done, fail) => { const r = indexedDB.deleteDatabase('luoxuan:' + name); \
        r.onsuccess = () => done(); r.onerror = fail; })";
    ask(&[name.clone().into()], "name", delete).await;
    let written = keeper.act(|session, now| {
        let entry = Entry {
            body: "清空以后的话".into(),
            ..Entry::default()
        };
        session.write_all(vec![(RecordId::from_bytes([9; 16]), luoxuan::Content::of(&entry))], now)
    });
    keeper.finished(written.job).await;
    let trouble = || keeper.status().get_untracked().trouble;
    wait_for("the word of it", || (trouble() == Some(Trouble::Cleared)).then_some(())).await;
    leave(&name, page, keeper).await;
    let (page, keeper, _) = start(&name).await;
    let mut there = texts(&keeper.journal());
    there.retain(|_, text| !text.contains("清空以后的话"));
    assert_eq!(there, texts(&journal));
    assert_eq!(keeper.damage().len(), 0);
    leave(&name, page, keeper).await;
}
