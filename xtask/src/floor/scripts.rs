//! What a script calls of the browser's.

use std::collections::BTreeMap;

use super::{Age, Data};

/// The words of a text that can be names.
pub(super) fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter: char| !in_name(letter))
        .filter(|word| !word.is_empty())
}

fn in_name(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || letter == '_' || letter == '$'
}

/// Adds each name in a script that is newer than the floor, with the place where it stands.
pub(super) fn look(data: &Data, script: &str, place: &str, found: &mut BTreeMap<String, String>) {
    let code = code_of(script);
    let mut owner = "";
    let mut rest = code.as_str();
    while let Some(begins) = rest.find(in_name) {
        let (between, from) = rest.split_at(begins);
        let ends = from.find(|letter| !in_name(letter)).unwrap_or(from.len());
        let (name, after) = from.split_at(ends);
        let between = between.trim_end();
        let key = after.trim_start().starts_with(':') && !between.ends_with('?');
        let of = between.ends_with('.') && !between.ends_with("..");
        // What a module exports is its own.
        let age = if key || of && owner == "wasm" {
            Age::Unknown
        } else if of {
            data.member(name)
        } else {
            data.global(name)
        };
        if age == Age::New {
            found.insert(name.to_owned(), place.to_owned());
        }
        (owner, rest) = (name, after);
    }
}

/// Adds each name newer than the floor that code in Rust looks up by its word. A word in small letters is mostly one of our
/// own; where the navigator is asked it is not.
pub(super) fn look_in_rust(data: &Data, source: &str, place: &str, found: &mut BTreeMap<String, String>) {
    let code = source.split("#[cfg(test)]").next().unwrap_or_default();
    for line in code.lines().filter(|line| !line.trim_start().starts_with("//")) {
        for word in line.split('"').skip(1).step_by(2) {
            let camel =
                word.contains(|letter: char| letter.is_ascii_uppercase()) && !word.starts_with(char::is_uppercase);
            let name = word.chars().all(in_name) && (camel || line.contains("navigator"));
            if name && data.member(word) == Age::New {
                found.insert(word.to_owned(), place.to_owned());
            }
        }
    }
}

/// A script without its texts and comments.
fn code_of(script: &str) -> String {
    let mut code = String::with_capacity(script.len());
    let mut rest = script;
    while let Some(at) = rest.find(['"', '\'', '`', '/']) {
        let (before, from) = rest.split_at(at);
        code.push_str(before);
        let ends = if from.starts_with("//") {
            from.find('\n').unwrap_or(from.len())
        } else if from.starts_with("/*") {
            from.find("*/").map_or(from.len(), |end| end + 2)
        } else if from.starts_with('/') {
            1
        } else {
            text_ends(from)
        };
        code.push(' ');
        rest = from.get(ends..).unwrap_or_default();
    }
    code.push_str(rest);
    code
}

/// Where the text ends that begins here.
fn text_ends(from: &str) -> usize {
    let quote = from.chars().next();
    let mut escaped = false;
    for (at, letter) in from.char_indices().skip(1) {
        if !escaped && Some(letter) == quote {
            return at + letter.len_utf8();
        }
        escaped = letter == '\\' && !escaped;
    }
    from.len()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::floor::tests::came;
    use serde_json::json;

    fn data() -> Data {
        let (old, new) = (came("1", "1", "1"), came("98", "1", "1"));
        Data::of(json!({
            "api": {
                "structuredClone": new,
                "Element": { "__compat": old["__compat"], "append": old, "checkVisibility": new },
                "Node": { "__compat": old["__compat"], "append": new },
            },
            "javascript": { "builtins": { "Array": { "__compat": old["__compat"], "findLast": new, "at": old } } },
            "webassembly": { "api": {} },
        }))
    }

    #[test]
    fn a_script_is_read_for_what_it_calls() {
        let script = "// structuredClone\nconst a = 'checkVisibility', b = /* findLast */ `x.findLast`;\n\
            one.append(two); list.at(-1); one\n  .findLast(it); ({ structuredClone: 1 }); own.thing(...Element); wasm.findLast;";
        let mut found = BTreeMap::new();
        look(&data(), script, "a.js", &mut found);
        assert_eq!(found.keys().collect::<Vec<_>>(), ["findLast"]);
        look(&data(), "x?.checkVisibility(); structuredClone(x)", "b.js", &mut found);
        let all = ["checkVisibility", "findLast", "structuredClone"];
        assert_eq!(found.keys().collect::<Vec<_>>(), all);
    }

    #[test]
    fn what_is_looked_up_by_a_word_is_found_in_rust() {
        let source = "Reflect::get(&it, &\"checkVisibility\".into());\n// \"findLast\"\n\
            say(\"findLast one\");\n#[cfg(test)]\nlet x = \"structuredClone\";";
        let mut found = BTreeMap::new();
        look_in_rust(&data(), source, "a.rs", &mut found);
        assert_eq!(found.keys().collect::<Vec<_>>(), ["checkVisibility"]);
    }
}
