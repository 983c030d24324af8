//! Holds the page against the oldest browsers it is promised to: whatever is newer than they are needs something older in
//! its place, and a row in docs/browsers.md that says what.
//!
//! What is how old is MDN's compatibility data. It knows names, not what a program does with them: a member that any
//! interface of the floor has counts as old, and a part of an options object is not looked for.

mod scripts;
mod styles;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::outcome::Outcome;
use crate::setup::{MODULES, compatibility_data};
use crate::site::{files_below, read};

/// The oldest browsers, as the data calls them.
const FLOOR: [(&str, (u32, u32)); 3] = [("chrome", (92, 0)), ("firefox", (115, 0)), ("safari", (16, 4))];

/// Where what stands in is told.
const PAGE: &str = "docs/browsers.md";

/// How old a feature is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Age {
    /// The oldest browsers have it.
    Old,
    /// One of them has not.
    New,
    /// The data does not know it.
    Unknown,
}

/// MDN's data, and an index of what pages can call by name.
struct Data {
    all: Value,
    /// Members of anything, and whether the oldest browsers know one of that name.
    members: BTreeMap<String, bool>,
}

impl Data {
    fn open() -> Outcome<Self> {
        compatibility_data()?;
        let path = Path::new(MODULES).join("@mdn/browser-compat-data/data.json");
        let why = |error: &dyn std::fmt::Display| format!("{}: {error}", path.display());
        let bytes = fs::read(&path).map_err(|error| why(&error))?;
        Ok(Self::of(serde_json::from_slice(&bytes).map_err(|error| why(&error))?))
    }

    fn of(all: Value) -> Self {
        let mut members = BTreeMap::new();
        let interfaces = [&all["api"], &all["javascript"]["builtins"], &all["webassembly"]["api"]];
        for (name, interface) in interfaces.into_iter().flat_map(features) {
            // A page calls them on its window, too.
            *members.entry(name.to_owned()).or_insert(false) |= age(interface) == Age::Old;
            for (name, member) in features(interface) {
                let name = name.trim_end_matches("_static").to_owned();
                *members.entry(name).or_insert(false) |= age(member) == Age::Old;
                for (name, member) in features(member) {
                    *members.entry(name.to_owned()).or_insert(false) |= age(member) == Age::Old;
                }
            }
        }
        Self { all, members }
    }

    /// The age of what stands at one of these places in the data, the best of them.
    fn age(&self, places: &[&[&str]]) -> Age {
        let found = places.iter().map(|place| {
            let at = place.iter().fold(&self.all, |at, step| &at[*step]);
            age(at)
        });
        found.fold(Age::Unknown, |best, age| match (best, age) {
            (Age::Old, _) | (_, Age::Old) => Age::Old,
            (Age::New, _) | (_, Age::New) => Age::New,
            _ => Age::Unknown,
        })
    }

    /// The age of a member of anything.
    fn member(&self, name: &str) -> Age {
        match self.members.get(name) {
            Some(true) => Age::Old,
            Some(false) => Age::New,
            None => Age::Unknown,
        }
    }

    /// The age of what scripts call by its name alone.
    fn global(&self, name: &str) -> Age {
        self.age(&[&["api", name], &["javascript", "builtins", name]])
    }
}

/// The features below one.
fn features(of: &Value) -> impl Iterator<Item = (&str, &Value)> {
    let all = of.as_object().into_iter().flatten();
    all.filter_map(|(name, feature)| (name != "__compat").then_some((name.as_str(), feature)))
}

fn age(feature: &Value) -> Age {
    let support = &feature["__compat"]["support"];
    if support.is_null() {
        return Age::Unknown;
    }
    let has = |(browser, floor): &(&str, (u32, u32))| {
        let said = &support[*browser];
        let one = std::slice::from_ref(said);
        let statements = said.as_array().map_or(one, Vec::as_slice);
        statements.iter().any(|statement| {
            let when = |key: &str| statement[key].as_str().and_then(version);
            let plain = ["flags", "prefix", "alternative_name"]
                .iter()
                .all(|key| statement[*key].is_null());
            plain
                && when("version_added").is_some_and(|added| added <= *floor)
                && when("version_removed").is_none_or(|removed| removed > *floor)
        })
    };
    if FLOOR.iter().all(has) { Age::Old } else { Age::New }
}

/// A version; none of what is to come.
fn version(text: &str) -> Option<(u32, u32)> {
    let mut numbers = text.trim_start_matches('≤').split('.').map(str::parse);
    let (first, second) = (numbers.next()?.ok()?, numbers.next());
    Some((first, second.and_then(Result::ok).unwrap_or_default()))
}

/// The names in the first column of the page's tables, each with the words it is made of.
fn told(page: &str) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for row in page.lines().filter(|line| line.starts_with('|')) {
        let first = row.trim_start_matches('|').split('|').next().unwrap_or_default();
        for name in first.split('`').skip(1).step_by(2) {
            names.insert(name.to_owned());
            names.extend(name.split_once(": ").map(|(property, _)| property.to_owned()));
            // A part of an element is looked up as a state of it is, which has one colon.
            names.extend(name.strip_prefix("::").map(|part| format!(":{part}")));
            names.extend(scripts::words(name).map(str::to_owned));
        }
    }
    names
}

/// Fails if something is too new for the floor and the page does not say what stands in.
fn hold(found: &BTreeMap<String, String>, page: &str) -> Outcome {
    let told = told(page);
    let untold: Vec<_> = found.iter().filter(|(name, _)| !told.contains(*name)).collect();
    if untold.is_empty() {
        return Ok(());
    }
    let lines = untold.iter().map(|(name, place)| format!("\n  {name} ({place})"));
    Err(format!(
        "newer than the oldest browsers, with nothing said in {PAGE} of what stands in:{}",
        lines.collect::<String>()
    ))
}

/// Looks through the styles, and through the code that names what the browser has.
pub(crate) fn sources() -> Outcome {
    let data = Data::open()?;
    let mut found = BTreeMap::new();
    for name in files_below(Path::new("web/styles"))? {
        let place = format!("web/styles/{name}");
        styles::look(&data, &read(Path::new(&place))?, &place, &mut found);
    }
    for folder in ["web/src/browser", "web/src/worker"] {
        for name in files_below(Path::new(folder))? {
            let place = format!("{folder}/{name}");
            scripts::look_in_rust(&data, &read(Path::new(&place))?, &place, &mut found);
        }
    }
    for name in files_below(Path::new("web/one_file"))?
        .iter()
        .filter(|name| is_script(name))
    {
        let place = format!("web/one_file/{name}");
        scripts::look(&data, &read(Path::new(&place))?, &place, &mut found);
    }
    hold(&found, &read(Path::new(PAGE))?)
}

fn is_script(name: &str) -> bool {
    Path::new(name).extension().is_some_and(|end| end == "js")
}

/// Looks through the scripts of a built site.
pub(crate) fn glue(site: &Path) -> Outcome {
    let data = Data::open()?;
    let mut found = BTreeMap::new();
    for name in files_below(site)?.iter().filter(|name| is_script(name)) {
        scripts::look(&data, &read(&site.join(name))?, name, &mut found);
    }
    hold(&found, &read(Path::new(PAGE))?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    /// A feature that came with these versions.
    pub(super) fn came(chrome: &str, firefox: &str, safari: &str) -> Value {
        let with = |version: &str| json!({ "version_added": version });
        let support = json!({ "chrome": with(chrome), "firefox": [with(firefox)], "safari": with(safari) });
        json!({ "__compat": { "support": support } })
    }

    #[test]
    fn a_feature_is_old_where_every_browser_of_the_floor_has_it() {
        assert_eq!(age(&came("92", "115", "16.4")), Age::Old);
        assert_eq!(age(&came("≤37", "1", "9.1")), Age::Old);
        for new in [
            came("93", "1", "1"),
            came("1", "116", "1"),
            came("1", "1", "16.5"),
            came("1", "1", "preview"),
        ] {
            assert_eq!(age(&new), Age::New);
        }
        let mut flagged = came("1", "1", "1");
        flagged["__compat"]["support"]["chrome"]["flags"] = json!([{ "name": "experiment" }]);
        assert_eq!(age(&flagged), Age::New);
        assert_eq!(age(&json!({})), Age::Unknown);
        let mut better = came("94", "1", "1");
        let (now, before) = (
            json!({ "version_added": "94" }),
            json!({ "version_added": "1", "version_removed": "94" }),
        );
        better["__compat"]["support"]["chrome"] = json!([now, before]);
        assert_eq!(age(&better), Age::Old);
    }

    #[test]
    fn what_is_new_has_to_be_told() {
        let found = BTreeMap::from([("inert".to_owned(), "a.js".to_owned())]);
        let why = hold(&found, "| `locks` | inert |").expect_err("only the first column counts");
        assert!(why.contains("inert (a.js)"), "{why}");
        for row in ["| `inert` | nothing |", "| `element.inert`, for boxes | nothing |"] {
            assert_eq!(hold(&found, row), Ok(()));
        }
    }
}
