//! The lane in localStorage.

use luoxuan::store::StoreError;
use luoxuan_web::browser::local::Local;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::Storage;

use crate::bench::fresh;

fn storage() -> Storage {
    let storage = web_sys::window().and_then(|window| window.local_storage().ok().flatten());
    storage.expect("localStorage")
}

/// Somebody else's data on this origin, which leaves no more than this many characters.
struct Filler(Vec<String>);

impl Filler {
    fn leaving(room: usize) -> Self {
        let mut filler = Self(Vec::new());
        let mut size = 1 << 20;
        while size >= 64 {
            filler.add(size);
            if filler
                .0
                .last()
                .is_none_or(|key| storage().get_item(key).ok().flatten().is_none())
            {
                filler.0.pop();
                size /= 2;
            }
        }
        if room > 0 {
            filler.give_back(room);
        }
        filler
    }

    fn add(&mut self, size: usize) {
        let key = format!("foreign:{}", self.0.len());
        // Full is what this is for.
        let _ = storage().set_item(&key, &"字".repeat(size));
        self.0.push(key);
    }

    fn give_back(&mut self, room: usize) {
        let first = self.0.first().expect("something to give back");
        let value = storage().get_item(first).ok().flatten().expect("it is there");
        let shorter: String = value.chars().skip(room).collect();
        storage().set_item(first, &shorter).expect("shorter fits");
    }
}

impl Drop for Filler {
    fn drop(&mut self) {
        for key in &self.0 {
            let _ = storage().remove_item(key);
        }
    }
}

#[wasm_bindgen_test]
fn a_journal_touches_no_keys_but_its_own() {
    let (name, neighbour) = (fresh("own"), fresh("neighbour"));
    storage().set_item("somebody else", "not JSON {").expect("set");
    let (own, other) = (Local::open(&name), Local::open(&neighbour));
    assert!(own.works());
    own.set("hot:tab:a", "写到一半").expect("set");
    other.set("hot:tab:a", "邻居的").expect("set");
    assert_eq!(own.keys("hot:"), ["hot:tab:a"]);
    assert_eq!(own.get("hot:tab:a").as_deref(), Some("写到一半"));
    own.remove("hot:tab:a");
    assert_eq!(own.get("hot:tab:a"), None);
    assert_eq!(other.get("hot:tab:a").as_deref(), Some("邻居的"));
    assert_eq!(
        storage().get_item("somebody else").ok().flatten().as_deref(),
        Some("not JSON {")
    );
    let keys: Vec<_> = (0..storage().length().expect("a number"))
        .filter_map(|index| storage().key(index).ok().flatten())
        .filter(|key| key.contains(&name))
        .collect();
    assert!(
        keys.iter().all(|key| key.starts_with(&format!("luoxuan:{name}:"))),
        "{keys:?}"
    );
}

#[wasm_bindgen_test]
fn when_it_is_full_the_ballast_goes_and_the_words_stay() {
    let name = fresh("full");
    let local = Local::open(&name);
    local.set("hot:tab:a", "先写的").expect("set");
    assert!(local.get("ballast").is_some());
    let filler = Filler::leaving(0);

    let long = "字".repeat(100_000);
    local.set("hot:tab:a", &long).expect("fits where the ballast was");
    assert_eq!(local.get("ballast"), None);
    assert_eq!(local.get("hot:tab:a").as_deref(), Some(long.as_str()));

    let rest = Filler::leaving(0);
    let longer = "字".repeat(200_000);
    assert_eq!(local.set("hot:tab:a", &longer), Err(StoreError::Full));
    assert_eq!(
        local.get("hot:tab:a").as_deref(),
        Some(long.as_str()),
        "the old value is intact"
    );
    assert_eq!(local.set_head("b", &longer), Err(StoreError::Full));
    local.set("hot:tab:a", "短").expect("less always fits");

    // A page that opens while it is full still reads.
    let again = Local::open(&name);
    assert!(again.works());
    assert_eq!(again.get("hot:tab:a").as_deref(), Some("短"));
    drop((rest, filler));
    assert!(again.set("hot:tab:a", &long).is_ok());
}

#[wasm_bindgen_test]
fn a_text_beyond_all_measure_is_left_to_the_database() {
    let local = Local::open(&fresh("measure"));
    local.set_head("a", "short").expect("set");
    local
        .set_head("a", &"a".repeat(3_600_000))
        .expect("left out, which is no failure");
    assert_eq!(local.get("head:a"), None, "an older text would be worse than none");
    local.set_head("a", "short again").expect("set");
    assert!(local.get("head:a").is_some(), "there is room again");
    for key in local.keys("") {
        local.remove(&key);
    }
}

#[wasm_bindgen_test]
fn past_the_cap_the_texts_written_longest_ago_make_room() {
    // Each journal that another test opened holds some room; a person has two.
    let all = web_sys::window().and_then(|window| window.local_storage().ok().flatten());
    all.and_then(|all| all.clear().ok()).expect("the browser lets us");
    let local = Local::open(&fresh("cap"));
    // Not in the order of their ids: what counts is when they were written.
    let line = |number: u32| {
        format!(
            "{{\"at\":[{},480],\"content\":{{}},\"x\":\"{}\"}}",
            1000 + number,
            "字".repeat(20_000)
        )
    };
    let name = |number: u32| format!("{:03}", 999 - number);
    for number in 0..80 {
        local
            .set_head(&name(number), &line(number))
            .expect("there is room, or room is made");
    }
    let kept = |number: u32| local.get(&format!("head:{}", name(number)));
    assert!(kept(0).is_none(), "the oldest has moved out");
    assert_eq!(kept(79), Some(line(79)), "what was written last is there");
    let there: Vec<bool> = (0..80).map(|number| kept(number).is_some()).collect();
    let first = there.iter().position(|there| *there).expect("some are there");
    assert!(
        there[first..].iter().all(|there| *there),
        "none newer than one that stayed has gone"
    );
    for key in local.keys("") {
        local.remove(&key);
    }
}
