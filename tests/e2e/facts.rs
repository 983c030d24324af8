//! What browsers do with what a page stores, measured on bare pages: the ground the lanes are built on. These say
//! what is so, not what should be, and are played by `cargo xtask prove` only.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::thread;
use std::time::Duration;

use rstest::rstest;
use serde_json::json;

use crate::stage::browser::{Browser, Kind};
use crate::stage::site::Site;
use crate::stage::tools::{Dice, proved, rounds};

/// A browser on a page of the site that holds no app.
fn bare(kind: Kind, site: &Site) -> Browser {
    let browser = Browser::start(kind);
    browser.go(&format!("{}icon.svg", site.address()));
    browser
}

/// Opens a database with one store `all` and calls `act(database)`.
const WITH_DATABASE: &str = "const done = arguments[arguments.length - 1]; \
    const withDatabase = (act) => { const open = indexedDB.open('facts'); \
      open.onupgradeneeded = () => open.result.createObjectStore('all', { autoIncrement: true }); \
      open.onerror = () => done({ failed: String(open.error) }); open.onsuccess = () => act(open.result); };";

#[rstest]
#[ignore = "measures the browser, not the page"]
#[case::chromium(Kind::Chromium)]
#[ignore = "measures the browser, not the page"]
#[case::firefox(Kind::Firefox)]
fn quotas(#[case] kind: Kind) {
    let site = Site::open();
    let browser = bare(kind, &site);
    let found = browser.run_until_called(
        "const done = arguments[arguments.length - 1]; (async () => { \
           let size = 1 << 20, number = 0, units = 0, name = ''; localStorage.clear(); \
           while (size >= 1) { const key = 'k' + number; \
             try { localStorage.setItem(key, '教'.repeat(size)); number += 1; units += key.length + size; } \
             catch (error) { name = error.name + ' (' + (error.code ?? '-') + ')'; size >>= 1; } } \
           const back = Object.keys(localStorage).reduce((sum, key) => sum + key.length + localStorage.getItem(key).length, 0); \
           const { quota } = await navigator.storage.estimate(); \
           done({ units, name, back, quota, persisted: await navigator.storage.persisted() }); })()",
        vec![],
    );
    proved(
        "F1",
        &format!("{kind:?}: localStorage filled with 教 to the last unit"),
        &format!(
            "{} UTF-16 units, keys included ({} read back); error {}; estimate() gives the origin {} GB; persisted {}",
            found["units"],
            found["back"],
            found["name"].as_str().unwrap_or_default(),
            found["quota"].as_f64().unwrap_or_default() / 1e9,
            found["persisted"]
        ),
    );
}

/// Writes the time into each storage five times a second; keeps what was acknowledged.
const TICKS: &str = "
window.acknowledged = {}; const start = Date.now();
const open = indexedDB.open('facts');
open.onupgradeneeded = () => open.result.createObjectStore('all', { autoIncrement: true });
open.onsuccess = () => { const base = open.result;
  setInterval(() => { const now = Date.now() - start;
    localStorage.setItem('tick', now); window.acknowledged.local = now;
    for (const durability of ['relaxed', 'strict']) {
      const step = base.transaction('all', 'readwrite', { durability });
      step.objectStore('all').put(now, durability);
      step.oncomplete = () => { window.acknowledged[durability] = now; }; }
    (async () => { const folder = await navigator.storage.getDirectory(), file = await folder.getFileHandle('tick', { create: true });
      const out = await file.createWritable(); await out.write(String(now)); await out.close(); window.acknowledged.files = now; })().catch(() => {});
  }, 200); };";

/// What is there after a new start.
const READ_TICKS: &str = "const done = arguments[arguments.length - 1], open = indexedDB.open('facts');
open.onupgradeneeded = () => open.result.createObjectStore('all', { autoIncrement: true });
open.onsuccess = () => { const all = open.result.transaction('all').objectStore('all'), relaxed = all.get('relaxed'), strict = all.get('strict');
  strict.onsuccess = async () => { let files = 0;
    try { const folder = await navigator.storage.getDirectory(); files = Number(await (await (await folder.getFileHandle('tick')).getFile()).text()); } catch {}
    done({ local: Number(localStorage.getItem('tick')), relaxed: relaxed.result ?? 0, strict: strict.result ?? 0, files }); }; };";

#[rstest]
#[ignore = "measures the browser, not the page"]
#[case::chromium(Kind::Chromium)]
#[ignore = "measures the browser, not the page"]
#[case::firefox(Kind::Firefox)]
fn kill_window(#[case] kind: Kind) {
    let site = Site::open();
    let mut dice = Dice::new();
    let mut lost: Vec<[i64; 4]> = Vec::new();
    for _ in 0..rounds(1, 10) {
        let mut browser = bare(kind, &site);
        browser.run(TICKS, vec![]);
        thread::sleep(Duration::from_millis(20_000 + dice.below(20_000)));
        let acknowledged = browser.run("return window.acknowledged", vec![]);
        browser.kill();
        browser.start_again();
        browser.go(&format!("{}icon.svg", site.address()));
        let back = browser.run_until_called(READ_TICKS, vec![]);
        let loss =
            |lane: &str| acknowledged[lane].as_i64().unwrap_or_default() - back[lane].as_i64().unwrap_or_default();
        lost.push(["local", "relaxed", "strict", "files"].map(loss));
    }
    let mut said = String::new();
    for (place, name) in [
        "localStorage",
        "IndexedDB relaxed",
        "IndexedDB strict",
        "private file system",
    ]
    .into_iter()
    .enumerate()
    {
        let mut of_lane: Vec<i64> = lost.iter().map(|loss| loss[place].max(0)).collect();
        of_lane.sort_unstable();
        let (middle, most) = (of_lane[of_lane.len() / 2], of_lane[of_lane.len() - 1]);
        write!(said, "{name} {middle} ms (most {most}); ").expect("a string takes all");
    }
    proved(
        "F2",
        &format!(
            "{kind:?}: SIGKILL after 20–40 s of small writes, 5 a second, {} rounds; acknowledged and gone",
            lost.len()
        ),
        said.trim_end_matches("; "),
    );
}

#[rstest]
#[ignore = "measures the browser, not the page"]
#[case::chromium(Kind::Chromium)]
#[ignore = "measures the browser, not the page"]
#[case::firefox(Kind::Firefox)]
fn much_pending_and_sigterm(#[case] kind: Kind) {
    let site = Site::open();
    let (mut local, mut database, all) = (0, 0, rounds(1, 10));
    for _ in 0..all {
        let mut browser = bare(kind, &site);
        let kept = browser.run_until_called(
            &format!(
                "{WITH_DATABASE} withDatabase((base) => {{ \
                   for (let round = 0; round < 6; round += 1) for (const key of ['a', 'b']) \
                     localStorage.setItem(key, String.fromCharCode(0x4e00 + round).repeat(2_500_000)); \
                   const step = base.transaction('all', 'readwrite', {{ durability: 'strict' }}); \
                   step.objectStore('all').put('教'.repeat(2_500_000), 'big'); step.oncomplete = () => done('kept'); }})"
            ),
            vec![],
        );
        assert_eq!(kept, json!("kept"));
        browser.terminate();
        browser.start_again();
        browser.go(&format!("{}icon.svg", site.address()));
        let back = browser.run_until_called(
            &format!(
                "{WITH_DATABASE} withDatabase((base) => {{ const got = base.transaction('all').objectStore('all').get('big'); \
                   got.onsuccess = () => done([localStorage.getItem('a')?.charCodeAt(0) === 0x4e05, got.result?.length === 2_500_000]); }})"
            ),
            vec![],
        );
        local += usize::from(back[0] == json!(true));
        database += usize::from(back[1] == json!(true));
    }
    proved(
        "F3",
        &format!("{kind:?}: SIGTERM with 10 MB just written, {all} rounds; how often all of it was there"),
        &format!("localStorage {local} of {all}, IndexedDB strict {database} of {all}"),
    );
}

/// The files of the site's storage that are not locks.
fn files(folder: &Path, mark: &str, found: &mut Vec<std::path::PathBuf>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        let name = path.display().to_string();
        if path.is_dir() {
            files(&path, mark, found);
        } else if name.contains(mark) && !name.ends_with("LOCK") && fs::metadata(&path).is_ok_and(|file| file.len() > 0)
        {
            found.push(path);
        }
    }
}

#[rstest]
#[ignore = "measures the browser, not the page"]
#[case::chromium(Kind::Chromium)]
#[ignore = "measures the browser, not the page"]
#[case::firefox(Kind::Firefox)]
fn damage(#[case] kind: Kind) {
    let site = Site::open();
    let marks: &[_] = match kind {
        Kind::Chromium => &[("localStorage", "/Local Storage/"), ("IndexedDB", "/IndexedDB/")],
        _ => &[
            ("localStorage", "/ls/data.sqlite"),
            ("localStorage", "/ls/usage"),
            ("IndexedDB", "/idb/"),
        ],
    };
    for &(lane, mark) in marks {
        let mut browser = bare(kind, &site);
        let kept = browser.run_until_called(
            &format!(
                "{WITH_DATABASE} for (let n = 0; n < 100; n += 1) localStorage.setItem('key' + n, '教'.repeat(1000)); \
                 withDatabase((base) => {{ const step = base.transaction('all', 'readwrite', {{ durability: 'strict' }}), all = step.objectStore('all'); \
                   for (let n = 0; n < 2000; n += 1) all.put('教'.repeat(200), n); step.oncomplete = () => done('kept'); }})"
            ),
            vec![],
        );
        assert_eq!(kept, json!("kept"));
        browser.quit();
        let mut found = Vec::new();
        files(&browser.profile(), mark, &mut found);
        found.sort_by_key(|file| fs::metadata(file).map_or(0, |file| file.len()));
        let file = found.last().expect("it lies in a file").clone();
        let mut bytes = fs::read(&file).expect("the file");
        let middle = bytes.len() / 2;
        let end = (middle + 64).min(bytes.len());
        for byte in &mut bytes[middle..end] {
            *byte ^= 0xff;
        }
        fs::write(&file, bytes).expect("it can be changed");
        browser.start_again();
        browser.go(&format!("{}icon.svg", site.address()));
        let left = browser.run_until_called(
            &format!(
                "{WITH_DATABASE} const local = Object.keys(localStorage).length; \
                 withDatabase((base) => {{ try {{ const all = base.transaction('all').objectStore('all').getAll(); \
                   all.onsuccess = () => done({{ local, database: all.result.length }}); \
                   all.onerror = () => done({{ local, database: 'error ' + all.error.name }}); }} \
                   catch (error) {{ done({{ local, database: 'error ' + error.name }}); }} }})"
            ),
            vec![],
        );
        let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        proved(
            "F4",
            &format!("{kind:?}: 64 bytes flipped in the middle of {name}, a file of {lane}"),
            &if left["failed"].is_null() {
                format!(
                    "{} of 100 keys of localStorage, {} of 2,000 values of IndexedDB left",
                    left["local"], left["database"]
                )
            } else {
                format!("the database does not open: {}", left["failed"])
            },
        );
    }
}

#[rstest]
#[ignore = "measures the browser, not the page"]
#[case::chromium(Kind::Chromium)]
#[ignore = "measures the browser, not the page"]
#[case::firefox(Kind::Firefox)]
fn pages_from_files(#[case] kind: Kind) {
    let browser = Browser::start(kind);
    let page = "<!doctype html><meta charset=\"utf-8\"><title>facts</title><p>facts";
    for folder in ["one", "other"] {
        fs::create_dir_all(browser.desk().join(folder)).expect("a folder");
        fs::write(browser.desk().join(folder).join("page.html"), page).expect("a page");
    }
    let address = |folder: &str| format!("file://{}/{folder}/page.html", browser.desk().display());
    browser.go(&address("one"));
    let script = "const done = arguments[arguments.length - 1], found = {}; \
        const attempt = async (name, act) => { try { found[name] = await Promise.race([act(), new Promise((_, late) => setTimeout(late, 3000, new Error('silent')))]); } \
          catch (error) { found[name] = 'no: ' + (error?.name ?? error); } }; \
        (async () => { \
          await attempt('localStorage', () => { localStorage.setItem('seen', 'from one'); return 'works'; }); \
          await attempt('IndexedDB', () => new Promise((good, bad) => { const open = indexedDB.open('facts'); open.onsuccess = () => good('works'); open.onerror = () => bad(open.error); })); \
          await attempt('service worker', async () => { await navigator.serviceWorker.register('sw.js'); return 'works'; }); \
          await attempt('private file system', async () => { await navigator.storage.getDirectory(); return 'works'; }); \
          await attempt('locks', async () => { await navigator.locks.request('facts', () => {}); return 'works'; }); \
          await attempt('broadcast', () => new Promise((good) => { const one = new BroadcastChannel('f'), other = new BroadcastChannel('f'); other.onmessage = () => good('works'); one.postMessage(1); })); \
          await attempt('crypto.subtle', async () => { await crypto.subtle.digest('SHA-256', new Uint8Array(1)); return 'works'; }); \
          await attempt('worker from a blob', () => new Promise((good, bad) => { const worker = new Worker(URL.createObjectURL(new Blob(['postMessage(1)']))); worker.onmessage = () => good('works'); worker.onerror = bad; })); \
          await attempt('fetch of a neighbour', async () => { await fetch('page.html'); return 'works'; }); \
          await attempt('inline WebAssembly', async () => { await WebAssembly.instantiate(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0])); return 'works'; }); \
          await attempt('persist()', async () => String(await navigator.storage.persist())); \
          found.secure = isSecureContext; found.picker = 'showDirectoryPicker' in window; done(found); })()";
    let found = browser.run_until_called(script, vec![]);
    let mut said = String::new();
    for (name, value) in found.as_object().into_iter().flatten() {
        let value = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
        write!(said, "{name}: {value}; ").expect("a string takes all");
    }
    browser.go(&address("other"));
    let shared = browser.run(
        "try { return localStorage.getItem('seen') } catch (error) { return error.name }",
        vec![],
    );
    let shared = if shared == "from one" {
        "a file in another folder reads the same localStorage"
    } else {
        "a file in another folder has a localStorage of its own"
    };
    proved(
        "F5",
        &format!("{kind:?}: a page opened from file://"),
        &format!("{said}{shared}"),
    );
}
