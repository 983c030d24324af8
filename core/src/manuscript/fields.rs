//! The fields a notice asks for in file names, corners and headers.

use crate::record::{Anonymity, Rules};

/// What a pattern's fields stand for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Fields<'a> {
    /// `{title}`: 题目, without the subtitle. For an anonymous file the anonymous manuscript's.
    pub title: &'a str,
    /// `{name}`: 姓名.
    pub name: &'a str,
    /// `{school}`: 学校.
    pub school: &'a str,
    /// `{subject}`: 学科.
    pub subject: &'a str,
    /// `{type}`: what the text type is called.
    pub text_type: &'a str,
}

impl Fields<'_> {
    /// The pattern with its fields filled in.
    pub fn fill(&self, pattern: &str) -> String {
        let fields = [
            ("{title}", self.title),
            ("{name}", self.name),
            ("{school}", self.school),
            ("{subject}", self.subject),
            ("{type}", self.text_type),
        ];
        let mut text = String::with_capacity(pattern.len());
        let mut rest = pattern;
        // Left to right and once: a title may hold braces too.
        while let Some((before, after)) = rest.split_once('{') {
            text.push_str(before);
            let from = rest.get(before.len()..).unwrap_or_default();
            match fields.iter().find(|(field, _)| from.starts_with(field)) {
                Some((field, value)) => {
                    text.push_str(value);
                    rest = from.get(field.len()..).unwrap_or_default();
                }
                None => {
                    text.push('{');
                    rest = after;
                }
            }
        }
        text + rest
    }

    /// The name of the file, by the rules' pattern. Where everything is to be anonymous, name and school are left
    /// out of it whatever the pattern says; no pattern gives the title alone.
    ///
    /// ```
    /// use luoxuan::manuscript::Fields;
    /// use luoxuan::record::{Anonymity, Rules};
    /// let fields = Fields { title: "谁/看见了？", name: "林晓禾", subject: "语文", ..Fields::default() };
    /// let mut rules = Rules { file_name: "{subject}-{name}-{title}".into(), ..Rules::default() };
    /// assert_eq!(fields.file_name(&rules, "docx"), "语文-林晓禾-谁看见了？.docx");
    /// rules.anonymity = Anonymity::Everything;
    /// assert_eq!(fields.file_name(&rules, "docx"), "语文-谁看见了？.docx");
    /// ```
    pub fn file_name(&self, rules: &Rules, extension: &str) -> String {
        let mut fields = *self;
        if rules.anonymity == Anonymity::Everything {
            (fields.name, fields.school) = ("", "");
        }
        let pattern = Some(rules.file_name.trim())
            .filter(|pattern| !pattern.is_empty())
            .unwrap_or("{title}");
        let name: String = fields
            .fill(pattern)
            .chars()
            .filter(|character| !character.is_control() && !"/\\:*?\"<>|".contains(*character))
            .take(80)
            .collect();
        // What stood around an empty field.
        let mut name = name.replace("__", "_");
        while name.contains("--") {
            name = name.replace("--", "-");
        }
        let name = name.trim_matches(|edge: char| edge.is_whitespace() || "-_.".contains(edge));
        let name = if name.is_empty() { "document" } else { name };
        format!("{name}.{extension}")
    }
}
