//! Shorter names between a module and its glue.
//!
//! wasm-bindgen names an import by what it does and sixteen digits of a hash, in the module and in the script. Digits at
//! random are what no compression makes smaller: of the first load they were 9 kB of 265.

use std::collections::BTreeMap;

use wasm_encoder::{
    ElementSection, ImportSection, Module, RawSection, reencode::Reencode, reencode::RoundtripReencoder,
};
use wasmparser::{ElementItems, Parser, Payload};

use crate::outcome::Outcome;

/// A module and its glue in which each import is named by its number, and without what only tools read.
pub(crate) fn shorten(module: &[u8], glue: &str) -> Outcome<(Vec<u8>, String)> {
    let said = |error: &dyn std::fmt::Display| format!("shortening a module's imports: {error}");
    let mut short = BTreeMap::new();
    let mut shortened = Module::new();
    for payload in Parser::new(0).parse_all(module) {
        let payload = payload.map_err(|error| said(&error))?;
        if let Payload::ImportSection(imports) = &payload {
            let mut section = ImportSection::new();
            for import in imports.clone().into_imports() {
                let import = import.map_err(|error| said(&error))?;
                let ty = RoundtripReencoder
                    .entity_type(import.ty)
                    .map_err(|error| said(&error))?;
                let next = name(short.len());
                let name = if is_hashed(import.name) {
                    short.entry(import.name).or_insert(next)
                } else {
                    import.name
                };
                section.import(import.module, name, ty);
            }
            shortened.section(&section);
        } else if let Payload::ElementSection(elements) = &payload {
            let mut section = ElementSection::new();
            for element in elements.clone() {
                let element = element.map_err(|error| said(&error))?;
                // Room that was kept for the second module, and by now is empty: of a kind newer than Chromium 92.
                let room = matches!(&element.items, ElementItems::Expressions(_, items) if items.count() == 0);
                if !room {
                    RoundtripReencoder
                        .parse_element(&mut section, element)
                        .map_err(|error| said(&error))?;
                }
            }
            shortened.section(&section);
        } else if let Payload::CustomSection(_) = &payload {
            // Names, producers, features: nothing that a browser asks for.
        } else if let Some((id, range)) = payload.as_section() {
            let data = module.get(range).ok_or("a section that is longer than its module")?;
            shortened.section(&RawSection { id, data });
        }
    }
    Ok((shortened.finish(), plain(&renamed(glue, &short))?))
}

/// Whether a name ends in the digits of a hash, and so can stand for nothing else in a script.
fn is_hashed(name: &str) -> bool {
    let digit = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
    name.rsplit_once('_')
        .is_some_and(|(_, hash)| hash.len() == 16 && hash.bytes().all(digit))
}

/// The name of the import with this number: letters, so that it can be the key of an object.
fn name(mut number: usize) -> String {
    let mut name = String::new();
    loop {
        name.push(char::from(b'a' + u8::try_from(number % 26).unwrap_or_default()));
        number /= 26;
        if number == 0 {
            return name;
        }
        number -= 1;
    }
}

/// A script in which whole words are others.
fn renamed(script: &str, words: &BTreeMap<&str, String>) -> String {
    let mut text = String::with_capacity(script.len());
    let mut rest = script;
    while !rest.is_empty() {
        let in_word = |c: char| c.is_alphanumeric() || c == '_' || c == '$';
        let end = rest.find(|c| !in_word(c)).unwrap_or(rest.len());
        let (word, after) = rest.split_at(end);
        text.push_str(words.get(word).map_or(word, String::as_str));
        let next = after.find(in_word).unwrap_or(after.len());
        let (between, after) = after.split_at(next);
        text.push_str(between);
        rest = after;
    }
    text
}

/// A script of wasm-bindgen's without its comments and what its lines begin with.
fn plain(script: &str) -> Outcome<String> {
    let (mut text, mut comment) = (String::with_capacity(script.len()), false);
    for line in script.lines().map(str::trim) {
        // A text over several lines would be another one then.
        if line.matches('`').count() % 2 != 0 {
            return Err("the glue has a text over several lines".into());
        }
        comment |= line.starts_with("/**");
        if !comment && !line.is_empty() && !line.starts_with("//") {
            text.push_str(line);
            text.push('\n');
        }
        comment &= !line.ends_with("*/");
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_import_has_the_same_short_name_in_the_module_and_in_its_glue() {
        let mut imports = ImportSection::new();
        let hashed = ["__wbg_now_0123456789abcdef", "__wbg_now_fedcba9876543210"];
        for name in [hashed[0], "memory_of_another", hashed[1]] {
            imports.import("./page_bg.js", name, wasm_encoder::EntityType::Function(0));
        }
        let mut types = wasm_encoder::TypeSection::new();
        types.ty().function([], []);
        let mut module = Module::new();
        module.section(&types).section(&imports);
        let glue = format!("{{ {}: () => {{}}, {}: nowHere_{} }}", hashed[0], hashed[1], hashed[0]);

        let (shortened, glue) = shorten(&module.finish(), &glue).expect("a module");
        assert_eq!(glue, format!("{{ a: () => {{}}, b: nowHere_{} }}\n", hashed[0]));
        let mut names = Vec::new();
        for payload in Parser::new(0).parse_all(&shortened) {
            if let Payload::ImportSection(imports) = payload.expect("a payload") {
                names.extend(imports.into_imports().map(|import| import.expect("an import").name));
            }
        }
        assert_eq!(names, ["a", "memory_of_another", "b"]);
        assert!(shorten(b"\0asm\x01\0\0\0\x02\x7f", "").is_err(), "half a module");
    }

    #[test]
    fn room_that_nothing_stands_in_is_left_out() {
        use wasm_encoder::{ConstExpr, ElementMode, ElementSegment, Elements, RefType};
        let offset = ConstExpr::i32_const(1);
        let mode = || ElementMode::Active {
            table: None,
            offset: &offset,
        };
        let (room, functions) = (
            Elements::Expressions(RefType::FUNCREF, [][..].into()),
            Elements::Functions([0][..].into()),
        );
        let mut elements = ElementSection::new();
        elements.segment(ElementSegment {
            mode: mode(),
            elements: functions,
        });
        let mut wanted = Module::new();
        wanted.section(&elements);
        elements.segment(ElementSegment {
            mode: mode(),
            elements: room,
        });
        let mut module = Module::new();
        module.section(&elements);
        let shortened = shorten(&module.finish(), "").expect("a module").0;
        assert_eq!(shortened, wanted.finish());
    }

    #[test]
    fn of_a_script_only_what_runs_is_left() {
        let script = "/**\n * @returns {number}\n */\nget size() {\n    // Of a page.\n    return \"/** no */\"; /* here */\n}\n\n";
        assert_eq!(
            plain(script).as_deref(),
            Ok("get size() {\nreturn \"/** no */\"; /* here */\n}\n")
        );
        assert!(plain("a = `one\n  two`").is_err());
    }

    #[test]
    fn no_two_imports_have_one_name() {
        let names: std::collections::BTreeSet<_> = (0..5_000).map(name).collect();
        assert_eq!(names.len(), 5_000);
    }
}
