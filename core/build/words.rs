//! Turns the tables of a `words` folder, one a language, into a module of constants: a sentence that one of them lacks
//! does not compile, nor one that takes other values in another language, or is written in another script.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use toml::{Table, Value};

use super::scripts::stray;

/// The tables, and the field of `Words` each one fills.
const LANGUAGES: [(&str, &str); 3] = [("zh-Hans", "zh_hans"), ("zh-Hant", "zh_hant"), ("en", "en")];

/// How the module is written.
pub(crate) struct Style<'s> {
    /// The visibility of the constants.
    pub(crate) visibility: &'s str,
    /// The sections whose sentences are looked up by their names: each is one constant `NAMED` of pairs, in the order of
    /// the first table.
    pub(crate) by_name: &'s [&'s str],
}

impl Style<'_> {
    /// The module of the sentences in `folder`. A section of the tables is a module, a sentence a constant of the type
    /// `Words`, a list of sentences one of the type `&[Words]`.
    ///
    /// # Errors
    ///
    /// Says which sentence is wrong, and how.
    pub(crate) fn module(&self, folder: &Path) -> Result<String, String> {
        let mut texts = Vec::new();
        for (tag, _) in LANGUAGES {
            let file = folder.join(format!("{tag}.toml"));
            texts.push(fs::read_to_string(&file).map_err(|error| format!("{}: {error}", file.display()))?);
        }
        match &texts[..] {
            [zh_hans, zh_hant, en] => self.of_tables([zh_hans, zh_hant, en]),
            _ => Err("there is one table a language".into()),
        }
    }

    /// The same of the tables themselves.
    pub(crate) fn of_tables(&self, texts: [&str; 3]) -> Result<String, String> {
        let mut tables = Vec::new();
        for (text, (tag, _)) in texts.iter().zip(LANGUAGES) {
            tables.push(text.parse::<Table>().map_err(|error| format!("{tag}: {error}"))?);
        }
        let mut module = String::new();
        if let [zh_hans, zh_hant, en] = &tables[..] {
            self.section(&mut module, "", [zh_hans, zh_hant, en])?;
        }
        Ok(module)
    }

    fn section(&self, module: &mut String, path: &str, tables: [&Table; 3]) -> Result<(), String> {
        let visibility = self.visibility;
        let [zh_hans, others @ ..] = tables;
        for (other, (tag, _)) in others.iter().zip(&LANGUAGES[1..]) {
            if let Some(key) = other.keys().find(|key| !zh_hans.contains_key(*key)) {
                return Err(format!("{path}{key} is not said in zh-Hans, but in {tag}"));
            }
        }
        let is_named = self.by_name.contains(&path.trim_end_matches('.'));
        let mut named = String::new();
        for (key, value) in zh_hans {
            let at = format!("{path}{key}");
            let mut said = [value; 3];
            for ((said, other), (tag, _)) in said[1..].iter_mut().zip(others).zip(&LANGUAGES[1..]) {
                *said = other.get(key).ok_or_else(|| format!("{at} is not said in {tag}"))?;
            }
            match said {
                [Value::Table(a), Value::Table(b), Value::Table(c)] => {
                    let _ = writeln!(module, "/// `[{at}]`\n{visibility} mod {key} {{\nuse super::Words;");
                    self.section(module, &format!("{at}."), [a, b, c])?;
                    module.push_str("}\n");
                }
                _ if is_named => {
                    let _ = writeln!(named, "({key:?}, {}),", sentence(&at, said)?);
                }
                _ => self.constant(module, &at, key, said)?,
            }
        }
        if is_named {
            let _ = writeln!(
                module,
                "/// These sentences, by their names.\n{visibility} const NAMED: &[(&str, Words)] = &[{named}];"
            );
        }
        Ok(())
    }

    fn constant(&self, module: &mut String, at: &str, key: &str, said: [&Value; 3]) -> Result<(), String> {
        let (visibility, name) = (self.visibility, key.to_uppercase());
        if let [Value::Array(a), Value::Array(b), Value::Array(c)] = said {
            if a.len() != b.len() || a.len() != c.len() {
                return Err(format!("{at} is a longer list in one language than in another"));
            }
            let _ = writeln!(module, "/// A list.\n{visibility} const {name}: &[Words] = &[");
            for (number, ((a, b), c)) in a.iter().zip(b).zip(c).enumerate() {
                let _ = writeln!(module, "{},", sentence(&format!("{at}[{number}]"), [a, b, c])?);
            }
            module.push_str("];\n");
        } else {
            let words = sentence(at, said)?;
            let line = said[0].as_str().unwrap_or_default().replace('\n', " ");
            let _ = writeln!(module, "#[doc = {line:?}]\n{visibility} const {name}: Words = {words};");
        }
        Ok(())
    }
}

/// One sentence in all languages, as an expression.
fn sentence(at: &str, said: [&Value; 3]) -> Result<String, String> {
    let mut words = String::from("Words {");
    let mut values: Option<Vec<&str>> = None;
    for (value, (tag, field)) in said.iter().zip(LANGUAGES) {
        let text = value.as_str().ok_or_else(|| format!("{at} is no sentence in {tag}"))?;
        if text.trim().is_empty() {
            return Err(format!("{at} says nothing in {tag}"));
        }
        if let Some(stray) = stray(tag, text) {
            return Err(format!("{at} holds “{stray}”, which is not written in {tag}"));
        }
        let taken = slots(text);
        if values.get_or_insert_with(|| taken.clone()) != &taken {
            return Err(format!("{at} takes other values in {tag}: {}", taken.join(", ")));
        }
        let _ = write!(words, "{field}: {text:?},");
    }
    Ok(words + "}")
}

/// The names between braces, each as often as it stands, in order of name.
fn slots(text: &str) -> Vec<&str> {
    let mut slots: Vec<_> = text
        .split('{')
        .skip(1)
        .filter_map(|rest| Some(rest.split_once('}')?.0))
        .collect();
    slots.sort_unstable();
    slots
}
