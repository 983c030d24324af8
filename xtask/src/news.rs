//! The lines that tell a teacher what a version brought: no site is built without that of its own version.

use serde_json::Value;

use crate::outcome::Outcome;

/// Its name in the site.
pub(crate) const NAME: &str = "news.json";

const LANGUAGES: [&str; 3] = ["zh-Hans", "zh-Hant", "en"];

/// What stays one line on a wide page, in characters of Latin.
const LINE: usize = 120;

/// Says what is missing of this version's line, if anything is.
pub(crate) fn tells(news: &str, version: &str) -> Outcome {
    let all: Value = serde_json::from_str(news).map_err(|error| format!("{NAME}: {error}"))?;
    let mut said: Vec<&str> = Vec::new();
    for language in LANGUAGES {
        let line = all[version][language].as_str().map(str::trim).unwrap_or_default();
        if line.is_empty() {
            return Err(format!(
                "{NAME} does not say in {language} what a teacher gets with {version}"
            ));
        }
        if line.contains('\n') || width(line) > LINE || said.contains(&line) {
            return Err(format!("{NAME}, {version}, {language}: not one line of its own"));
        }
        said.push(line);
    }
    Ok(())
}

/// How wide a line is: a Chinese character is as wide as two of Latin.
fn width(line: &str) -> usize {
    line.chars().map(|letter| if letter.is_ascii() { 1 } else { 2 }).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::shell::root;
    use crate::site::read;

    #[test]
    fn every_version_of_the_changelog_and_this_one_have_their_line() {
        let news = read(&root().join("web/public").join(NAME)).expect("it is there");
        let changelog = read(&root().join("CHANGELOG.md")).expect("it is there");
        let released = changelog.lines().filter_map(|line| line.strip_prefix("## "));
        let released = released.filter_map(|heading| heading.split_whitespace().next());
        let released = released.map(|version| version.trim_matches(['[', ']']));
        let released = released.filter(|version| version.starts_with(|first: char| first.is_ascii_digit()));
        for version in released.chain([env!("CARGO_PKG_VERSION")]) {
            assert_eq!(tells(&news, version), Ok(()));
        }
    }

    #[test]
    fn a_version_whose_line_lacks_a_language_is_refused() {
        let whole = r#"{ "1.2.0": { "zh-Hans": "新", "zh-Hant": "新的", "en": "new" } }"#;
        assert_eq!(tells(whole, "1.2.0"), Ok(()));
        assert!(tells(whole, "1.3.0").is_err_and(|why| why.contains("1.3.0")));
        for language in LANGUAGES {
            let without = whole.replace(&format!("\"{language}\""), "\"other\"");
            assert!(tells(&without, "1.2.0").is_err_and(|why| why.contains(language)));
        }
        for worse in ["新", "two\\nlines", &"长".repeat(61)] {
            assert!(tells(&whole.replace("\"new\"", &format!("\"{worse}\"")), "1.2.0").is_err());
        }
    }
}
