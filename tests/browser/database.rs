//! The store in IndexedDB.

use std::sync::Arc;
use std::time::Duration;

use leptos::mount::mount_to;
use leptos::task::spawn_local;
use luoxuan::journal::MergeReport;
use luoxuan::session::Settled;
use luoxuan::store::{Store, StoreError};
use luoxuan::{Author, Content, DeviceId, Entry, Journal, RecordId, Revision, Timestamp};
use luoxuan_web::browser::clock::sleep;
use luoxuan_web::browser::database::Database;
use luoxuan_web::keeping::Keeper;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::bench::{ask, fresh, own_element};
use crate::drafts::draft_text;

/// Revisions of as many records, each saying its number.
pub(crate) fn written(count: u32, text: impl Fn(u32) -> String) -> Vec<Arc<Revision>> {
    let mut journal = Journal::new();
    (0..count)
        .map(|number| {
            let mut id = [7; 16];
            id[..4].copy_from_slice(&number.to_be_bytes());
            let by = Author {
                device: DeviceId::from_bytes([5; 16]),
                now: Timestamp::new(1_764_000_000_000 + i64::from(number) * 1000, 480),
            };
            let entry = Entry {
                body: text(number),
                ..Entry::default()
            };
            let written = journal.write(RecordId::from_bytes(id), Content::of(&entry), by);
            written.expect("it is new")
        })
        .collect()
}

async fn everything(store: &Database) -> Vec<Revision> {
    let (mut all, mut from) = (Vec::new(), Some(0));
    while let Some(at) = from {
        let chunk = store.read(at).await.expect("it reads");
        all.extend(chunk.revisions);
        from = chunk.next;
    }
    all
}

fn ids(revisions: impl IntoIterator<Item = impl std::borrow::Borrow<Revision>>) -> Vec<luoxuan::RevisionId> {
    revisions.into_iter().map(|revision| revision.borrow().id()).collect()
}

mod promises {
    use luoxuan_web::browser::database::Database;
    use wasm_bindgen_test::wasm_bindgen_test;

    use crate::bench::fresh;

    fn place() -> impl AsyncFn() -> Database {
        let name = fresh("promise");
        async move || Database::new(&name)
    }

    luoxuan::store_conformance!(place, #[wasm_bindgen_test]);
}

#[wasm_bindgen_test]
async fn words_that_come_while_the_end_is_read_are_read() {
    let name = fresh("end");
    mount_to(own_element(), || ()).forget();
    let keeper = Keeper::open(&name);
    // One value short of what is asked for first, and then two in one transaction: more than one value holds each.
    let all = written(9, |number| "教".repeat(if number < 7 { 10 } else { 100_000 }));
    for one in &all[..7] {
        keeper.database().append(std::slice::from_ref(one)).await.expect("kept");
    }
    let (other, late) = (Database::new(&name), all[7..].to_vec());
    assert_eq!(everything(&other).await.len(), 7, "it is open");
    let mut read = Vec::new();
    let mut take = |merged: MergeReport| {
        if read.is_empty() {
            let (other, late) = (other.clone(), late.clone());
            spawn_local(async move { other.append(&late).await.expect("kept") });
            // Longer than the reading goes on in one go, so that the others have their turn before it asks on.
            let start = js_sys::Date::now();
            while js_sys::Date::now() - start < 50.0 {}
        }
        read.extend(merged.added.iter().map(|revision| revision.id()));
    };
    keeper.catch_up(&mut take).await;
    // Until the other window's words are kept and heard of.
    let end = js_sys::Date::now() + 20_000.0;
    while read.len() < all.len() && js_sys::Date::now() < end {
        sleep(Duration::from_millis(50)).await;
        keeper
            .catch_up(&mut |merged| read.extend(merged.added.iter().map(|revision| revision.id())))
            .await;
    }
    assert_eq!(read, ids(all.iter().map(|revision| &**revision)));
}

#[wasm_bindgen_test]
async fn two_on_one_name_see_each_others_words() {
    let name = fresh("two");
    let (one, other) = (Database::new(&name), Database::new(&name));
    let all = written(2, |number| format!("第{number}条"));
    one.append(&all[..1]).await.expect("kept");
    other.append(&all[1..]).await.expect("kept");
    assert_eq!(ids(everything(&one).await), ids(all.iter().map(|one| (**one).clone())));
    one.put_drafts(&[draft_text("a:b", 1, "写到一半")]).await.expect("kept");
    assert_eq!(other.drafts().await, Ok(vec![("a:b".into(), "写到一半".into())]));
}

fn settled(record: RecordId, number: u64) -> Settled {
    Settled {
        record,
        key: format!("tab:{record}"),
        number,
        foreign: false,
    }
}

#[wasm_bindgen_test]
async fn what_a_draft_became_and_its_end_are_one_step() {
    let store = Database::new(&fresh("step"));
    let all = written(1, |_| "写好的".into());
    let one = settled(all[0].record(), 7);
    store
        .put_drafts(&[draft_text(&one.key, 7, "写到一半")])
        .await
        .expect("kept");
    store
        .append_and_forget(&all, std::slice::from_ref(&one))
        .await
        .expect("kept");
    assert_eq!(store.drafts().await, Ok(Vec::new()));
    assert_eq!(ids(everything(&store).await), [all[0].id()]);
    assert_eq!(store.settled(one.record, &one.key).await, Ok(Some(7)));
    assert_eq!(store.settled(one.record, "other").await, Ok(None));
}

#[wasm_bindgen_test]
async fn a_draft_typed_on_and_kept_outlives_the_revision_before_it() {
    let store = Database::new(&fresh("typed-on"));
    let all = written(1, |_| "写好的".into());
    let one = settled(all[0].record(), 7);
    for (number, text) in [(7, "写好的"), (8, "写好的，又写")] {
        store
            .put_drafts(&[draft_text(&one.key, number, text)])
            .await
            .expect("kept");
    }
    store
        .append_and_forget(&all, std::slice::from_ref(&one))
        .await
        .expect("kept");
    assert_eq!(store.drafts().await, Ok(vec![(one.key, "写好的，又写".into())]));
}

#[wasm_bindgen_test]
async fn of_what_is_erased_no_note_is_left_and_others_keep_theirs() {
    let store = Database::new(&fresh("notes"));
    let all = written(2, |number| format!("第{number}条"));
    let [gone, stays] = [0, 1].map(|at: usize| settled(all[at].record(), 7));
    store.append(&all).await.expect("kept");
    // Both came to nothing, and both are noted in one value.
    store
        .append_and_forget(&[], &[gone.clone(), stays.clone()])
        .await
        .expect("kept");
    let mut journal = Journal::new();
    journal.merge(all);
    let author = Author {
        device: DeviceId::from_bytes([5; 16]),
        now: Timestamp::default(),
    };
    let erasure = journal.erase(gone.record, author).expect("erased");
    store.erase(&erasure).await.expect("erased");
    assert_eq!(store.settled(gone.record, &gone.key).await, Ok(None));
    assert_eq!(store.settled(stays.record, &stays.key).await, Ok(Some(7)));
}

#[wasm_bindgen_test]
async fn deleted_under_the_page_it_is_opened_again_at_the_next_word() {
    let name = fresh("deleted");
    let store = Database::new(&name);
    let all = written(2, |number| format!("第{number}条"));
    store.append(&all[..1]).await.expect("kept");
    assert!(!store.was_reborn());
    let delete = "return new Promise((done, fail) => { const r = indexedDB.deleteDatabase(name); r.onsuccess = () => done(); r.onerror = fail; r.onblocked = fail; })";
    ask(&[format!("luoxuan:{name}").into()], "name", delete).await;
    store.append(&all[1..]).await.expect("kept after being opened again");
    assert_eq!(ids(everything(&store).await), [all[1].id()]);
    assert!(store.was_reborn(), "so that the page writes again what it holds");
    assert!(!store.was_reborn(), "said once");
}

#[wasm_bindgen_test]
async fn a_layout_from_the_future_is_refused_and_left_alone() {
    let name = fresh("future");
    let build = "return new Promise((done, fail) => { const r = indexedDB.open(name, 99); \
        r.onupgradeneeded = () => r.result.createObjectStore('unknown').put('kept', 'k'); \
        r.onsuccess = () => { r.result.close(); done(); }; r.onerror = fail; })";
    ask(&[format!("luoxuan:{name}").into()], "name", build).await;
    let store = Database::new(&name);
    let all = written(1, |_| "写好的".into());
    assert_eq!(store.append(&all).await, Err(StoreError::Newer));
    assert_eq!(store.read(0).await.map(|_| ()), Err(StoreError::Newer));
    let look = "return new Promise((done, fail) => { const r = indexedDB.open(name); \
        r.onsuccess = () => { const g = r.result.transaction('unknown').objectStore('unknown').get('k'); \
        g.onsuccess = () => { done(r.result.version + g.result); r.result.close(); }; }; r.onerror = fail; })";
    let left = ask(&[format!("luoxuan:{name}").into()], "name", look).await;
    assert_eq!(left.as_string().as_deref(), Some("99kept"));
}

#[wasm_bindgen_test]
async fn a_damaged_line_costs_only_itself() {
    let name = fresh("damaged");
    let store = Database::new(&name);
    let all = written(3, |number| format!("第{number}条"));
    store.append(&all).await.expect("kept");
    // One byte in the middle of the second line, and a value that is none of ours.
    let damage = "return new Promise((done, fail) => { const r = indexedDB.open(name); r.onsuccess = () => { \
        const t = r.result.transaction('log', 'readwrite'), log = t.objectStore('log'), g = log.getAll(); \
        g.onsuccess = () => { const value = g.result[0], start = value.bytes.indexOf(10) + 1; \
          value.bytes[start + 60] ^= 1; log.put(value, 1); log.add('not ours'); }; \
        t.oncomplete = () => { r.result.close(); done(); }; t.onabort = fail; }; })";
    ask(&[format!("luoxuan:{name}").into()], "name", damage).await;
    let chunk = store.read(0).await.expect("it reads");
    assert_eq!(ids(chunk.revisions), [all[0].id(), all[2].id()]);
    assert!(!chunk.damage.is_empty());
}

#[wasm_bindgen_test]
async fn a_value_the_browser_cannot_read_hides_nothing_beside_it() {
    let store = Database::new(&fresh("unreadable"));
    let all = written(5, |number| format!("第{number}条"));
    for one in &all {
        store.append(std::slice::from_ref(one)).await.expect("kept");
    }
    // A request that fails once it was asked, in place of one for many values and of the one for the third.
    let wrap = "const failing = (log) => log.transaction.db.transaction('log', 'readwrite').objectStore('log').add(0, 1); \
        const all = IDBObjectStore.prototype.getAll, one = IDBObjectStore.prototype.get; \
        IDBObjectStore.prototype.getAll = function (...given) { return this.name === 'log' ? failing(this) : all.apply(this, given); }; \
        IDBObjectStore.prototype.get = function (key) { return this.name === 'log' && key === 3 ? failing(this) : one.call(this, key); }; \
        return () => { IDBObjectStore.prototype.getAll = all; IDBObjectStore.prototype.get = one; }";
    let mend: js_sys::Function = ask(&[], "", wrap).await.into();
    let answered = store.pieces(0).await.expect("it reads");
    let there = everything(&store).await;
    mend.call0(&wasm_bindgen::JsValue::NULL).expect("mended");
    assert_eq!((answered.pieces.len(), answered.unreadable), (4, 1));
    assert_eq!(ids(there), [0, 1, 3, 4].map(|number: usize| all[number].id()));
}

/// Lets adding to a store fail until the answer is called.
pub(crate) async fn no_room() -> js_sys::Function {
    let wrap = "const own = IDBObjectStore.prototype.add; \
        IDBObjectStore.prototype.add = function () { throw new DOMException('full', 'QuotaExceededError'); }; \
        return () => { IDBObjectStore.prototype.add = own; }";
    ask(&[], "", wrap).await.into()
}

#[wasm_bindgen_test]
async fn a_full_disk_is_said_and_changes_nothing() {
    let store = Database::new(&fresh("full"));
    let all = written(2, |number| format!("第{number}条"));
    store.append(&all[..1]).await.expect("kept");
    let mend = no_room().await;
    assert_eq!(store.append(&all[1..]).await, Err(StoreError::Full));
    mend.call0(&wasm_bindgen::JsValue::NULL).expect("mended");
    assert_eq!(ids(everything(&store).await), [all[0].id()]);
    store.append(&all[1..]).await.expect("kept once there is room");
}

/// How often the store is asked to keep something while it fails now and then; the full figure is for
/// `cargo xtask prove`.
fn operations() -> u32 {
    let rounds: Option<u32> = option_env!("LUOXUAN_ROUNDS").and_then(|text| text.parse().ok());
    rounds.map_or(400, |rounds| (50 * rounds).min(10_000))
}

#[wasm_bindgen_test]
async fn a_store_that_fails_one_time_in_twenty_never_claims_what_it_has_not_kept() {
    let store = Database::new(&fresh("faults"));
    let all = written(operations(), |number| format!("第{number}条"));
    // Opening, adding, reading and the end of a transaction fail by turns, by a sequence that can be repeated.
    let wrap = "let seed = 1; const chance = () => { seed = (seed * 48271) % 2147483647; return seed % 20 === 0; }; \
        const broken = (name) => new DOMException('broken for a test', name); const undo = []; \
        const wrap = (where, what, act) => { const own = where[what]; where[what] = function (...given) { return act.call(this, own, given); }; undo.push(() => { where[what] = own; }); }; \
        wrap(IDBFactory.prototype, 'open', function (own, given) { if (chance()) throw broken('UnknownError'); return own.apply(this, given); }); \
        wrap(IDBDatabase.prototype, 'transaction', function (own, given) { if (chance()) throw broken('InvalidStateError'); \
          const step = own.apply(this, given); if (given[1] === 'readwrite' && chance()) setTimeout(() => { try { step.abort(); } catch {} }, 0); return step; }); \
        for (const what of ['add', 'put']) wrap(IDBObjectStore.prototype, what, function (own, given) { \
          if (chance()) throw broken('QuotaExceededError'); const asked = own.apply(this, given); if (chance()) this.transaction.abort(); return asked; }); \
        return () => undo.forEach((mend) => mend())";
    let mend: js_sys::Function = ask(&[], "", wrap).await.into();
    let (mut claimed, mut refused) = (Vec::new(), 0_u32);
    for one in &all {
        match store.append(std::slice::from_ref(one)).await {
            Ok(()) => claimed.push(one.id()),
            Err(_) => refused += 1,
        }
    }
    mend.call0(&wasm_bindgen::JsValue::NULL).expect("mended");
    let there: std::collections::BTreeSet<_> = everything(&store).await.iter().map(Revision::id).collect();
    let missing = claimed.iter().filter(|id| !there.contains(id)).count();
    assert_eq!(missing, 0, "of {} claimed", claimed.len());
    assert!(refused > operations() / 50, "the faults were felt: {refused}");
    store.append(&all).await.expect("it works once nothing fails");
    web_sys::console::log_1(
        &format!(
            "proved: T09 | IndexedDB that fails one time in twenty at open, transaction, put or complete | {} operations, {refused} refused: nothing claimed that was not kept",
            all.len()
        )
        .into(),
    );
}
