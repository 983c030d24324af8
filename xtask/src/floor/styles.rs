//! What a style asks of the browser.

use std::collections::BTreeMap;

use serde_json::Value;

use super::scripts::words;
use super::{Age, Data, age, features};

/// Adds each feature in a style that is newer than the floor, unless `@supports` asks for it.
pub(super) fn look(data: &Data, style: &str, place: &str, found: &mut BTreeMap<String, String>) {
    let style = without_texts(&without_comments(style));
    // The heads of the blocks we are in.
    let mut blocks: Vec<String> = Vec::new();
    let mut piece = String::new();
    let mut depth = 0;
    for letter in style.chars() {
        match letter {
            '(' => depth += 1,
            ')' => depth -= 1,
            _ => {}
        }
        if depth > 0 || !matches!(letter, '{' | '}' | ';') {
            piece.push(letter);
            continue;
        }
        let text = std::mem::take(&mut piece).trim().to_owned();
        let asked = if letter == '{' {
            head(data, &text, &blocks)
        } else {
            declaration(data, &text)
        };
        for name in asked {
            let bare = name.trim_end_matches("()").to_owned();
            let guarded = blocks
                .iter()
                .any(|head| head.starts_with("@supports") && head.contains(&bare));
            if !guarded {
                found.insert(name, place.to_owned());
            }
        }
        match letter {
            '{' => blocks.push(text),
            '}' => drop(blocks.pop()),
            _ => {}
        }
    }
}

/// What is new in the head of a block: a rule with an `@`, or selectors.
fn head(data: &Data, head: &str, blocks: &[String]) -> Vec<String> {
    if let Some(rule) = head.strip_prefix('@') {
        let (name, asks) = rule.split_once([' ', '(']).unwrap_or((rule, ""));
        let in_page = format!("at_{name}");
        let known = data.age(&[&["css", "at-rules", name], &["css", "at-rules", "page", &in_page]]);
        let mut new = Vec::from_iter((known != Age::Old).then(|| format!("@{name}")));
        if name == "media" {
            let asked = asks.split('(').skip(1).filter_map(|one| words_of_style(one).next());
            for feature in asked {
                // A size may be asked for as the least or the most of it.
                let plain = feature.trim_start_matches("min-").trim_start_matches("max-");
                if data.age(&[&["css", "at-rules", "media", plain]]) != Age::Old {
                    new.push(feature.to_owned());
                }
            }
        }
        return new;
    }
    let mut new = Vec::new();
    if blocks.iter().any(|block| !block.starts_with('@')) {
        new.push("nesting".to_owned());
    }
    for (at, _) in head.match_indices(':') {
        let rest = head.get(at + 1..).unwrap_or_default();
        let Some(name) = words_of_style(rest).next().filter(|name| rest.starts_with(name)) else {
            continue;
        };
        if data.age(&[&["css", "selectors", name]]) != Age::Old {
            let called = rest.get(name.len()..).is_some_and(|rest| rest.starts_with('('));
            new.push(format!(":{name}{}", if called { "()" } else { "" }));
        }
    }
    new
}

/// What is new in a declaration: its property, a word of its value, a function.
fn declaration(data: &Data, text: &str) -> Vec<String> {
    let Some((property, value)) = text.split_once(':') else {
        return Vec::new();
    };
    let property = property.trim();
    let own = property.starts_with("--");
    if !own && data.age(&[&["css", "properties", property]]) != Age::Old {
        return vec![property.to_owned()];
    }
    let mut new = Vec::new();
    for word in words_of_style(value) {
        let called = value.contains(&format!("{word}("));
        if called && below(&data.all["css"]["types"], word) == Age::New {
            new.push(format!("{word}()"));
        } else if !own && value_is_new(data, property, word) {
            new.push(format!("{property}: {word}"));
        }
    }
    new
}

/// Whether a word of a property's value is new. Some are older in a grid than in a row: there the younger counts.
fn value_is_new(data: &Data, property: &str, word: &str) -> bool {
    let in_row = format!("{word}_in_flex");
    let of = ["css", "properties", property];
    let ages = [
        data.age(&[&[of[0], of[1], of[2], word]]),
        data.age(&[&[of[0], of[1], of[2], "context_flex", &in_row]]),
    ];
    ages.contains(&Age::New)
}

/// The age of what has this name anywhere below.
fn below(of: &Value, name: &str) -> Age {
    let ages = features(of).map(|(own, feature)| {
        let here = if own == name { age(feature) } else { Age::Unknown };
        if here == Age::Unknown {
            below(feature, name)
        } else {
            here
        }
    });
    ages.fold(Age::Unknown, |best, age| match (best, age) {
        (Age::Old, _) | (_, Age::Old) => Age::Old,
        (Age::New, _) | (_, Age::New) => Age::New,
        _ => Age::Unknown,
    })
}

fn words_of_style(text: &str) -> impl Iterator<Item = &str> {
    let in_word = |letter: char| letter.is_ascii_alphanumeric() || letter == '-' || letter == '_';
    let all = text.split(move |letter| !in_word(letter));
    all.filter(|word| {
        words(word).next().is_some() && word.starts_with(|first: char| first.is_ascii_alphabetic() || first == '-')
    })
}

fn without_comments(style: &str) -> String {
    let mut parts = style.split("/*");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |text, part| {
        text + part.split_once("*/").map_or("", |(_, after)| after)
    })
}

fn without_texts(value: &str) -> String {
    value.split('"').step_by(2).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::floor::tests::came;
    use serde_json::json;

    #[test]
    fn a_style_is_read_for_what_is_new_in_it() {
        let (old, new) = (came("1", "1", "1"), came("123", "120", "17.5"));
        let mut wrap = old.clone();
        wrap["balance"] = new.clone();
        let mut align = old.clone();
        align["end"] = old.clone();
        align["context_flex"] = json!({ "end_in_flex": new });
        let mut page = old.clone();
        page["at_bottom-center"] = new.clone();
        let mut media = old.clone();
        media["width"] = old.clone();
        media["update"] = new.clone();
        let data = Data::of(json!({ "css": {
            "properties": { "color": old, "text-wrap": wrap, "align-items": align, "text-autospace": new, "content": old },
            "at-rules": { "media": media, "supports": old, "layer": new, "page": page },
            "selectors": { "has": new, "hover": old, "before": old },
            "types": { "color": { "__compat": old["__compat"], "light-dark": new, "rgb": old } },
        } }));
        let read = |style: &str| {
            let mut found = BTreeMap::new();
            look(&data, style, "a.css", &mut found);
            found.into_keys().collect::<Vec<_>>()
        };
        let plain = "/* @layer a {} */ @media (min-width: 4rem) { a:hover::before { color: rgb(0 0 0); --own: x; content: \"balance: {\" } }";
        assert!(read(plain).is_empty(), "{:?}", read(plain));
        let fine = "@supports (text-autospace: normal) { a { text-autospace: normal } } @supports selector(:has(a)) { p:has(a) { color: red } }";
        assert!(read(fine).is_empty(), "{:?}", read(fine));
        for (style, wanted) in [
            ("a { text-autospace: normal }", "text-autospace"),
            ("a { text-wrap: balance; }", "text-wrap: balance"),
            ("a { align-items: end; }", "align-items: end"),
            ("@supports (color: red) { p:has(a) { color: red } }", ":has()"),
            ("a { --pair: light-dark(red, blue) }", "light-dark()"),
            ("@layer parts { a { color: red } }", "@layer"),
            ("@page { @bottom-center { content: counter(page) } }", "@bottom-center"),
            ("@media (update: slow) { a { color: red } }", "update"),
            ("a { color: red; p { color: red } }", "nesting"),
            ("a { unheard-of: red }", "unheard-of"),
        ] {
            assert_eq!(read(style), [wanted], "{style}");
        }
    }
}
