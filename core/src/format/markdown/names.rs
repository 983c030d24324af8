//! File names from what people wrote: safe on every system, and each of them once.

use std::collections::BTreeMap;

/// A name of at most `most` characters; empty if nothing of the text can stand in a name.
pub(super) fn safe(text: &str, most: usize) -> String {
    let kept: String = text
        .chars()
        .map(|c| if c.is_whitespace() { ' ' } else { c })
        .filter(|c| !c.is_control() && !"<>:\"/\\|?*#^[]%`".contains(*c) && !is_unseen(*c))
        .collect();
    let words: Vec<_> = kept.split(' ').filter(|word| !word.is_empty()).collect();
    let short: String = words.join(" ").chars().take(most).collect();
    // Windows drops points and spaces at the end of a name, and a point in front hides it elsewhere.
    let name = short.trim_matches(['.', ' ', '~', '-']);
    let stem = name.split('.').next().unwrap_or_default().to_ascii_uppercase();
    let device = matches!(stem.as_str(), "CON" | "PRN" | "AUX" | "NUL")
        || (stem.starts_with("COM") || stem.starts_with("LPT")) && stem.chars().count() == 4;
    if device { format!("_{name}") } else { name.to_owned() }
}

const fn is_unseen(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{fff0}'..='\u{ffff}')
}

/// Names given so far, in any writing of capitals: some systems do not tell them apart.
#[derive(Debug, Default)]
pub(super) struct Names(BTreeMap<String, usize>);

impl Names {
    /// The path itself, or with the first number that makes it unique.
    pub(super) fn unique(&mut self, path: &str) -> String {
        let key = path.to_lowercase();
        let mut number = self.0.get(&key).copied().unwrap_or(0);
        loop {
            number += 1;
            let named = if number == 1 {
                path.to_owned()
            } else {
                format!("{path} {number}")
            };
            if number == 1 || !self.0.contains_key(&named.to_lowercase()) {
                self.0.entry(named.to_lowercase()).or_insert(1);
                self.0.insert(key, number);
                return named;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_safe_on_every_system() {
        for (text, name) in [
            ("平均只写了96字", "平均只写了96字"),
            ("a/b\\c:d*e?f\"g<h>i|j", "abcdefghij"),
            ("..\\..\\etc", "etc"),
            ("con", "_con"),
            ("nul.txt", "_nul.txt"),
            ("com1", "_com1"),
            ("comma", "comma"),
            ("一\n二\t三", "一 二 三"),
            ("a\u{202e}gpj.exe", "agpj.exe"),
            (" . ", ""),
        ] {
            assert_eq!(safe(text, 40), name, "{text}");
        }
        assert_eq!(safe("写得多不等于写得具体", 4), "写得多不");
    }

    #[test]
    fn no_name_is_given_twice() {
        let mut names = Names::default();
        let given = ["甲", "甲", "甲 2", "甲", "A", "a"].map(|name| names.unique(name));
        assert_eq!(given, ["甲", "甲 2", "甲 2 2", "甲 3", "A", "a 2"]);
    }
}
