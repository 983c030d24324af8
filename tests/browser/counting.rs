//! One key costs work proportional to the open entry, never to the journal.

use std::time::Duration;

use leptos::mount::mount_to;
use leptos::prelude::{document, window};
use luoxuan::store::Store;
use luoxuan_web::app::App;
use luoxuan_web::browser::clock::sleep;
use luoxuan_web::browser::database::Database;
use luoxuan_web::place::Book;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{HtmlElement, HtmlTextAreaElement};

use crate::bench::{js, own_element, wait_for};
use crate::database::written;

/// So many entries, and forty times as many. Writing them is what takes the time here: a journal of 20,000 and of 100,000 is
/// measured by `cargo xtask bench`.
const FEW: u32 = 100;
const MANY: u32 = 4_000;

/// Counts every change of the document and every call to either storage, until asked.
const COUNTER: &str = r#"
const counts = { nodes: 0, reads: 0, writes: 0, units: 0 };
const mended = [];
const wrap = (prototype, names, kind) => {
  for (const name of names) {
    const own = prototype[name];
    prototype[name] = function (...given) {
      counts[kind] += 1;
      if (kind === "writes") for (const one of given) counts.units += one?.length ?? one?.bytes?.length ?? 0;
      return own.apply(this, given);
    };
    mended.push(() => { prototype[name] = own; });
  }
};
wrap(Storage.prototype, ["setItem", "removeItem"], "writes");
wrap(Storage.prototype, ["getItem", "key"], "reads");
wrap(IDBObjectStore.prototype, ["put", "add", "delete", "clear"], "writes");
wrap(IDBObjectStore.prototype, ["get", "getAll", "getAllKeys", "openCursor"], "reads");
wrap(IDBIndex.prototype, ["get", "getAll", "getAllKeys", "openCursor"], "reads");
const observer = new MutationObserver((records) => { counts.nodes += records.length; });
observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
return () => {
  counts.nodes += observer.takeRecords().length;
  observer.disconnect();
  for (const mend of mended) mend();
  return JSON.stringify(counts);
};
"#;

/// Begins to count.
fn counter() -> js_sys::Function {
    js("", COUNTER).call0(&JsValue::NULL).expect("it runs").into()
}

/// What has been counted since.
fn counted(stop: &js_sys::Function) -> String {
    stop.call0(&JsValue::NULL)
        .expect("it runs")
        .as_string()
        .expect("counts")
}

/// What one key in an open entry causes with this many entries in the journal, and the shortest time
/// one key takes.
async fn cost_of_a_key(entries: u32) -> (String, f64) {
    let name = &Book::Own.name();
    let database = Database::new(name);
    database.delete().await.expect("deleted");
    let storage = window().local_storage().ok().flatten().expect("localStorage");
    storage.clear().expect("cleared");
    let all = written(entries, |number| format!("第{number:05}条：平均只写了96字。"));
    database.append(&all).await.expect("kept");
    // The last of the log: when it is on the page, everything is.
    let open = all.last().expect("an entry").record();
    window()
        .location()
        .set_hash(&format!("#/entry/{open}"))
        .expect("it goes there");

    let counted = in_an_open_entry(&format!("第{:05}条", entries - 1)).await;
    window().location().set_hash("").expect("it goes there");
    // Other tests stand on the same page and want room.
    storage.clear().expect("cleared");
    counted
}

/// Opens the entry the address names, once the page shows this text, and types in it.
async fn in_an_open_entry(text: &str) -> (String, f64) {
    let root = own_element();
    let app = mount_to(root.clone(), App);
    let find = |selector: &str| root.query_selector(selector).ok().flatten();
    for _ in 0..20 {
        // Loading many takes longer than one patience.
        if root.text_content().unwrap_or_default().contains(text) {
            break;
        }
        sleep(Duration::from_secs(1)).await;
    }
    let edit = wait_for("the button 修改", || find("article .actions button")).await;
    sleep(Duration::from_secs(1)).await;
    edit.unchecked_into::<HtmlElement>().click();
    let area: HtmlTextAreaElement = wait_for("the textarea", || find("article textarea"))
        .await
        .unchecked_into();
    area.focus().expect("it takes the focus");
    let type_one = || {
        area.set_value(&format!("{}字", area.value()));
        let event = web_sys::InputEvent::new("input").expect("an event");
        area.dispatch_event(&event).expect("it is heard");
    };
    // The first key opens what every key needs.
    type_one();
    sleep(Duration::from_secs(3)).await;
    // A start begins a new log and lays current texts into localStorage, in its own time.
    for _ in 0..60 {
        let stop = counter();
        sleep(Duration::from_secs(2)).await;
        if counted(&stop).contains("\"reads\":0,\"writes\":0") {
            break;
        }
    }

    let stop = counter();
    type_one();
    leptos::task::tick().await;
    // Until both lanes have it.
    sleep(Duration::from_secs(3)).await;
    let counts = counted(&stop);

    let clock = window().performance().expect("a clock");
    let mut shortest = f64::MAX;
    for _ in 0..30 {
        let start = clock.now();
        type_one();
        leptos::task::tick().await;
        shortest = shortest.min(clock.now() - start);
    }
    drop(app);
    root.remove();
    (counts, shortest)
}

#[wasm_bindgen_test]
async fn a_key_costs_the_same_in_a_large_journal_as_in_a_small_one() {
    let before = document().title();
    let (few, quick) = cost_of_a_key(FEW).await;
    let (many, slow) = cost_of_a_key(MANY).await;
    document().set_title(&before);
    web_sys::console::log_1(
        &format!("one key: {few} in {quick:.2} ms; with {MANY} entries {many} in {slow:.2} ms").into(),
    );
    assert!(few.contains("\"writes\":2"), "one draft, once in each lane: {few}");
    assert!(few.contains("\"reads\":0"), "nothing is read: {few}");
    assert_eq!(few, many);
    // Unoptimised and on a busy machine; what grows with the journal would be forty times slower.
    assert!(
        slow < quick * 5.0 + 5.0,
        "{quick} ms at {FEW} entries, {slow} ms at {MANY}"
    );
}
