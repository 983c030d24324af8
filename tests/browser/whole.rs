//! What the lanes remember of the whole, held at a start against what is there.

use std::sync::Arc;
use std::time::Duration;

use leptos::prelude::GetUntracked;
use luoxuan::Revision;
use luoxuan::session::Trouble;
use luoxuan::store::{Loss, Manifest, Missing, Store};
use luoxuan_web::browser::clock::sleep;
use luoxuan_web::browser::database::Database;
use luoxuan_web::browser::local::Local;
use luoxuan_web::keeping::Keeper;
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::bench::{Mounted, ask, fresh, others, wait_for};
use crate::database::{no_room, written};
use crate::keeping::page;

/// A page of this journal that has loaded, and looked up in the log what it recalled, and what it found missing.
pub(crate) async fn start(name: &str) -> (Mounted, Keeper, Option<Loss>) {
    let keeper = Keeper::open(name);
    let (page, _, loaded) = page(&keeper).await;
    wait_for("the journal", || loaded.get().then_some(())).await;
    let loss = || keeper.loss().get_untracked();
    if keeper.is_recalled() {
        let looked_up = || keeper.is_whole().get_untracked() || loss().is_some();
        wait_for("the log", || looked_up().then_some(())).await;
    }
    let loss = loss();
    (page, keeper, loss)
}

/// Leaves the page, and waits until its window is gone and its database closed.
pub(crate) async fn leave(name: &str, page: Mounted, keeper: Keeper) {
    drop((page, keeper));
    let end = js_sys::Date::now() + 20_000.0;
    while !others(name).await.is_empty() {
        assert!(js_sys::Date::now() < end, "the window is still there");
        sleep(Duration::from_millis(50)).await;
    }
    sleep(Duration::from_millis(300)).await;
}

/// A journal of six texts, one with an earlier version, and a picture, left in order.
async fn six_texts(name: &str) {
    let keeper = Keeper::open(name);
    let (page, notebook, loaded) = page(&keeper).await;
    wait_for("the journal", || loaded.get().then_some(())).await;
    assert_eq!(keeper.loss().get_untracked(), None);
    let all = written(6, |number| format!("第{number}条"));
    keeper.put_picture(b"\xff\xd8picture").await.expect("kept");
    notebook
        .import(all.iter().map(|one| Revision::clone(one)).collect())
        .await;
    let changed = all[0].content().clone();
    let mut entry: luoxuan::Entry = changed.read().expect("an entry");
    entry.body.push_str("，又改过");
    notebook.write(all[0].record(), &entry);
    wait_for("both lanes", || {
        let local: Manifest = Local::open(name).get("manifest")?.parse().ok()?;
        (local.tally.revisions == 7 && local.pictures == 1).then_some(())
    })
    .await;
    leave(name, page, keeper).await;
}

const DELETE: &str = "return new Promise((done, fail) => { const r = indexedDB.deleteDatabase('luoxuan:' + name); \
    r.onsuccess = () => done(); r.onerror = fail; })";

fn clear_local(name: &str) {
    let local = Local::open(name);
    for key in local.keys("") {
        local.remove(&key);
    }
}

#[wasm_bindgen_test]
async fn a_database_that_is_gone_is_named_with_what_went_with_it() {
    let name = fresh("whole-database");
    six_texts(&name).await;
    let (page, keeper, loss) = start(&name).await;
    assert_eq!(loss, None, "nothing is missing");
    assert!(keeper.is_whole().get_untracked());
    leave(&name, page, keeper).await;
    ask(&[name.clone().into()], "name", DELETE).await;

    let expected = Loss {
        large: true,
        back: 6,
        missing: Missing {
            versions: 1,
            pictures: 1,
            ..Missing::default()
        },
        ..Loss::default()
    };
    for _ in 0..2 {
        let (page, keeper, loss) = start(&name).await;
        assert_eq!(loss, Some(expected), "until somebody has seen to it");
        assert!(!keeper.is_whole().get_untracked());
        leave(&name, page, keeper).await;
    }
    let (page, keeper, _) = start(&name).await;
    keeper.forget_loss();
    leave(&name, page, keeper).await;
    let (_page, keeper, loss) = start(&name).await;
    assert_eq!(loss, None);
    assert!(keeper.is_whole().get_untracked());
}

#[wasm_bindgen_test]
async fn a_small_storage_that_is_gone_is_named_and_filled_again() {
    let name = fresh("whole-local");
    six_texts(&name).await;
    clear_local(&name);
    let (page, keeper, loss) = start(&name).await;
    let expected = Loss {
        small: true,
        ..Loss::default()
    };
    assert_eq!(loss, Some(expected));
    assert_eq!(Local::open(&name).keys("head:").len(), 6);
    keeper.forget_loss();
    // At once, before the log knows of the new one.
    leave(&name, page, keeper).await;
    let (_page, keeper, loss) = start(&name).await;
    assert_eq!(loss, None, "somebody has seen to it");
    assert!(keeper.is_whole().get_untracked());
}

#[wasm_bindgen_test]
async fn texts_missing_from_both_lanes_are_counted_by_what_either_remembers() {
    for forget in ["", "manifest"] {
        let name = fresh("whole-both");
        six_texts(&name).await;
        // Of the log only the last value stays, the earlier version of one text, and the small storage has no text.
        let cut = "return new Promise((done, fail) => { const r = indexedDB.open('luoxuan:' + name); r.onsuccess = () => { \
            const t = r.result.transaction('log', 'readwrite'); t.objectStore('log').delete(IDBKeyRange.bound(1, 1)); \
            t.oncomplete = () => { r.result.close(); done(); }; t.onabort = fail; }; })";
        ask(&[name.clone().into()], "name", cut).await;
        let local = Local::open(&name);
        for key in local.keys("head:") {
            local.remove(&key);
        }
        if !forget.is_empty() {
            local.remove(forget);
            ask(
                &[name.clone().into()],
                "name",
                "return caches.delete('luoxuan:' + name + ':witness')",
            )
            .await;
        }
        let (_page, _, loss) = start(&name).await;
        let missing = loss.expect("a loss").missing;
        assert_eq!((missing.texts, missing.pictures), (5, 0), "{forget}");
        assert_eq!(missing.versions, 1, "{forget}");
    }
}

#[wasm_bindgen_test]
async fn a_log_that_counts_its_keys_too_low_takes_words_again() {
    let name = fresh("counter");
    let all = written(5, |number| format!("第{number}条"));
    for one in &all[..3] {
        Database::new(&name)
            .append(std::slice::from_ref(one))
            .await
            .expect("kept");
    }
    // As after Chromium has put together a database whose first file was gone.
    let wrap = "const own = IDBObjectStore.prototype.add; let next = 2; \
        IDBObjectStore.prototype.add = function (value, key) { \
          if (this.name !== 'log') return own.apply(this, arguments); \
          if (key !== undefined) next = Math.max(next, key + 1); \
          return own.call(this, value, key ?? next++); }; \
        return () => { IDBObjectStore.prototype.add = own; }";
    let mend: js_sys::Function = ask(&[], "", wrap).await.into();
    let store = Database::new(&name);
    let kept = [store.append(&all[3..4]).await, store.append(&all[4..]).await];
    mend.call0(&JsValue::NULL).expect("mended");
    assert_eq!(kept, [Ok(()), Ok(())]);
    let there = store.read(0).await.expect("it reads").revisions;
    let ids: Vec<_> = there.iter().map(Revision::id).collect();
    assert_eq!(ids, all.iter().map(|one| one.id()).collect::<Vec<_>>());
}

#[wasm_bindgen_test]
async fn what_is_said_of_earlier_words_on_a_full_disk_has_been_looked_up() {
    let name = fresh("looked-up");
    let (_page, keeper, _) = start(&name).await;
    let all = written(2, |number| format!("第{number}条"));
    keeper.keep(&all[..1]).await;
    let mend = no_room().await;
    keeper.keep(&all[1..]).await;
    let trouble = || keeper.status().get_untracked().trouble;
    wait_for("the word of it", || (trouble() == Some(Trouble::Full)).then_some(())).await;
    mend.call0(&JsValue::NULL).expect("mended");

    // The browser has emptied it by itself: nothing may be said to be there.
    let empty = "return new Promise((done, fail) => { const r = indexedDB.open('luoxuan:' + name); r.onsuccess = () => { \
        const t = r.result.transaction('log', 'readwrite'); t.objectStore('log').clear(); \
        t.oncomplete = () => { r.result.close(); done(); }; t.onabort = fail; }; })";
    ask(&[name.clone().into()], "name", empty).await;
    keeper.database().look_back().await.expect("it answers");
    assert!(
        keeper.database().was_reborn(),
        "so that the page writes again what it holds"
    );
}

/// What Chromium says when a cache takes nothing because the disk is full.
const NO_ROOM: [&str; 3] = ["QuotaExceededError", "UnknownError", "InvalidAccessError"];

/// Lets no cache take anything, which it says in this way, and counts in `window.opened` how often the database of this name is opened, until the answer
/// is called. `window.connection` is the one used last; while `window.breaks` is set it breaks off what is written, and closes,
/// as the browser does on a full disk. That it has closed it says later.
async fn full_disk(name: &str, says: &str) -> js_sys::Function {
    let wrap = "const own = IDBFactory.prototype.open, put = Cache.prototype.put; window.opened = 0; window.written = 0; window.breaks = false; \
        const transaction = IDBDatabase.prototype.transaction; \
        IDBDatabase.prototype.transaction = function (...given) { const step = transaction.apply(this, given); \
          if (this.name !== name) return step; \
          window.connection = this; window.written += given[1] === 'readwrite'; \
          if (window.breaks && given[1] === 'readwrite') step.commit = () => { step.abort(); this.close(); \
            setTimeout(() => this.dispatchEvent(new Event('close')), 50); }; \
          return step; }; \
        IDBFactory.prototype.open = function (...given) { if (given[0].startsWith(name)) window.opened += 1; return own.apply(this, given); }; \
        Cache.prototype.put = () => Promise.reject(new DOMException('full', says)); \
        return () => { IDBFactory.prototype.open = own; Cache.prototype.put = put; IDBDatabase.prototype.transaction = transaction; }";
    let given = [format!("luoxuan:{name}").into(), says.into()];
    ask(&given, "name, says", wrap).await.into()
}

/// A database that has kept the first of so many revisions, on such a disk.
async fn store_on_a_full_disk(name: &str, count: u32, says: &str) -> (Database, Vec<Arc<Revision>>, js_sys::Function) {
    let name = fresh(name);
    let store = Database::new(&name);
    let all = written(count, |number| format!("第{number}条"));
    store.append(&all[..1]).await.expect("kept");
    let mend = full_disk(&name, says).await;
    (store, all, mend)
}

#[wasm_bindgen_test]
async fn a_database_that_the_browser_closed_is_not_opened_before_there_is_room() {
    for says in NO_ROOM {
        is_not_opened_before_there_is_room(says).await;
    }
}

async fn is_not_opened_before_there_is_room(says: &str) {
    let (store, _, mend) = store_on_a_full_disk("closed", 1, says).await;
    store.drafts().await.expect("it is open");
    let close = "const lost = window.connection; lost.close(); lost.dispatchEvent(new Event('close'))";
    ask(&[], "", close).await;
    let read = store.drafts().await;
    let opened = ask(&[], "", "return window.opened").await;
    mend.call0(&JsValue::NULL).expect("mended");
    assert_eq!(read, Err(luoxuan::store::StoreError::Full));
    assert_eq!(opened.as_f64(), Some(0.0), "Chromium would delete it");
    assert_eq!(store.drafts().await, Ok(Vec::new()));
    let there = store.read(0).await.expect("it reads").revisions;
    assert_eq!(there.len(), 1);
}

#[wasm_bindgen_test]
async fn a_write_that_broke_off_is_not_tried_again_before_there_is_room() {
    let (store, all, mend) = store_on_a_full_disk("broken-off", 2, NO_ROOM[0]).await;
    ask(&[], "", "window.breaks = true").await;
    let kept = store.append(&all[1..]).await;
    let opened = ask(&[], "", "return window.opened").await;
    mend.call0(&JsValue::NULL).expect("mended");
    assert_eq!(kept, Err(luoxuan::store::StoreError::Full));
    assert_eq!(opened.as_f64(), Some(0.0), "Chromium would delete it");
    store.append(&all[1..]).await.expect("kept once there is room");
    let there = store.read(0).await.expect("it reads").revisions;
    assert_eq!(there.len(), 2);
}

#[wasm_bindgen_test]
async fn behind_a_write_that_breaks_off_none_waits() {
    let (store, all, mend) = store_on_a_full_disk("behind", 3, NO_ROOM[0]).await;
    ask(&[], "", "window.breaks = true").await;
    let both = futures::future::join(store.append(&all[1..2]), store.append(&all[2..])).await;
    let begun = ask(&[], "", "return window.written").await;
    mend.call0(&JsValue::NULL).expect("mended");
    let full = || Err(luoxuan::store::StoreError::Full);
    assert_eq!(both, (full(), full()));
    assert_eq!(
        begun.as_f64(),
        Some(1.0),
        "Chromium would try the second one too, and delete the database"
    );
}
