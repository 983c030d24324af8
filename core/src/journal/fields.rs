//! Going through canonical JSON without taking it apart.

use std::borrow::Cow;

use memchr::memchr2;

use super::content::DEEPEST;
use crate::time::Timestamp;

/// The fields of one object in canonical JSON: the name, and the value as it is written.
///
/// It believes what it is given to be canonical, which a hash or the writing of it has shown. Of anything else it ends
/// where that no longer looks so, and [`Fields::is_done`] tells.
#[derive(Debug, Clone)]
pub(crate) struct Fields<'t> {
    text: &'t str,
    at: usize,
}

impl<'t> Fields<'t> {
    /// The fields of this object.
    pub(crate) fn of(text: &'t str) -> Self {
        Self { text, at: 0 }
    }

    /// What has been gone through, and what has not.
    pub(crate) fn parts(&self) -> (&'t str, &'t str) {
        self.text.split_at_checked(self.at).unwrap_or((self.text, ""))
    }

    /// Whether the whole object has been gone through.
    pub(crate) fn is_done(&self) -> bool {
        self.parts().1 == "}" && self.at > 0 || self.text == "{}"
    }

    /// The value of the next field, if that has this name.
    pub(crate) fn expect(&mut self, name: &str) -> Option<&'t str> {
        self.next().filter(|(next, _)| *next == name).map(|(_, value)| value)
    }
}

impl<'t> Iterator for Fields<'t> {
    type Item = (&'t str, &'t str);

    fn next(&mut self) -> Option<Self::Item> {
        let bytes = self.text.as_bytes();
        let before = if self.at == 0 { b'{' } else { b',' };
        let name = self.at + 1;
        let colon = end_of_text(bytes, name).filter(|_| bytes.get(self.at) == Some(&before))?;
        let value = colon + usize::from(bytes.get(colon) == Some(&b':'));
        let end = end_of_value(bytes, value).filter(|_| value > colon)?;
        self.at = end;
        Some((unquoted(self.text.get(name..colon)?)?, self.text.get(value..end)?))
    }
}

/// What stands between the quotation marks of a text.
pub(crate) fn unquoted(text: &str) -> Option<&str> {
    text.strip_prefix('"')?.strip_suffix('"')
}

/// The text that a value is.
pub(crate) fn text(value: &str) -> Option<Cow<'_, str>> {
    let plain = unquoted(value)?;
    if plain.contains('\\') {
        serde_json::from_str::<String>(value).ok().map(Cow::Owned)
    } else {
        Some(Cow::Borrowed(plain))
    }
}

/// The moment that a value is.
pub(crate) fn moment(value: &str) -> Option<Timestamp> {
    let (millis, offset) = within(value)?.split_once(',')?;
    Some(Timestamp::new(millis.parse().ok()?, offset.parse().ok()?))
}

/// What stands between the brackets of a list.
pub(crate) fn within(list: &str) -> Option<&str> {
    list.strip_prefix('[')?.strip_suffix(']')
}

/// The values of a list, as they are written.
pub(crate) fn items(list: &str) -> impl Iterator<Item = &str> {
    let mut at = 1;
    std::iter::from_fn(move || {
        let end = end_of_value(list.as_bytes(), at).filter(|end| *end > at)?;
        let item = list.get(at..end)?;
        at = end + 1;
        Some(item)
    })
}

/// Where the text that begins at `at` ends.
fn end_of_text(bytes: &[u8], at: usize) -> Option<usize> {
    if bytes.get(at) != Some(&b'"') {
        return None;
    }
    let mut at = at + 1;
    loop {
        at += memchr2(b'"', b'\\', bytes.get(at..)?)?;
        if bytes.get(at) == Some(&b'"') {
            return Some(at + 1);
        }
        at += 2;
    }
}

/// Where the value that begins at `at` ends.
fn end_of_value(bytes: &[u8], at: usize) -> Option<usize> {
    let (mut at, mut depth) = (at, 0_usize);
    loop {
        match bytes.get(at)? {
            b'"' => at = end_of_text(bytes, at)?,
            b'{' | b'[' if depth < DEEPEST => {
                depth += 1;
                at += 1;
            }
            b'}' | b']' => {
                depth = depth.checked_sub(1)?;
                at += 1;
            }
            b',' if depth == 0 => return Some(at),
            // What lies deeper nobody can take apart afterwards; and nothing stands between values.
            b'{' | b'[' | 0..=b' ' => return None,
            _ => at += 1,
        }
        if depth == 0 && matches!(bytes.get(at)?, b',' | b'}' | b']') {
            return Some(at);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_field_is_told_as_it_is_written() {
        let text = r#"{"\"":"\u0001\n","a":{},"b,":[1,[2,3],{"a":[],"b":"}]\\"}],"c":-1.5,"d":"","e":null}"#;
        let told: Vec<_> = Fields::of(text).collect();
        assert_eq!(
            told,
            [
                (r#"\""#, r#""\u0001\n""#),
                ("a", "{}"),
                ("b,", r#"[1,[2,3],{"a":[],"b":"}]\\"}]"#),
                ("c", "-1.5"),
                ("d", r#""""#),
                ("e", "null"),
            ]
        );
        let mut fields = Fields::of(text);
        assert_eq!(fields.expect("\\\""), Some(r#""\u0001\n""#));
        assert_eq!(fields.parts().0, r#"{"\"":"\u0001\n""#);
        assert_eq!(fields.expect("b"), None, "a comes first");
        assert!(!fields.is_done());
        fields.by_ref().for_each(drop);
        assert!(fields.is_done());
        let mut none = Fields::of("{}");
        assert_eq!(none.next(), None);
        assert!(none.is_done());
    }

    #[test]
    fn what_is_not_an_object_ends_at_once_or_where_it_is_torn() {
        let text = r#"{"a":"一","b":[1,{"c":"\\"}]}"#;
        for at in (0..text.len()).filter(|at| text.is_char_boundary(*at)) {
            let mut fields = Fields::of(&text[..at]);
            assert!(fields.by_ref().count() < 2 || at == text.len() - 1, "{}", &text[..at]);
            assert!(!fields.is_done(), "{}", &text[..at]);
        }
        let deep = |depth: usize| format!("{{\"a\":{}{}}}", "[".repeat(depth), "]".repeat(depth));
        assert_eq!(Fields::of(&deep(DEEPEST)).count(), 1);
        assert_eq!(Fields::of(&deep(DEEPEST + 1)).count(), 0);
        for text in [
            "",
            "[]",
            "null",
            "\"a\"",
            "{]",
            "{1:2}",
            "{\"a\"}",
            "{\"a\":}",
            "{,}",
            "{\"a\":]}",
            "{\"a\":1}}",
            "}",
            "{\"a\"1}",
        ] {
            let mut fields = Fields::of(text);
            fields.by_ref().for_each(drop);
            assert!(!fields.is_done(), "{text}");
        }
    }

    #[test]
    fn a_value_is_a_text_or_a_moment_or_neither() {
        assert_eq!(text(r#""像\"在做题\"。""#).as_deref(), Some("像\"在做题\"。"));
        assert_eq!(text(r#""""#).as_deref(), Some(""));
        assert_eq!(text("[1,2]"), None);
        assert_eq!(
            moment("[1764000000000,-480]"),
            Some(Timestamp::new(1_764_000_000_000, -480))
        );
        for none in ["[]", "[1]", "[1,2", "1,2]", "[1,2,3]", "\"1,2\"", "[1,99999]"] {
            assert_eq!(moment(none), None, "{none}");
        }
        assert_eq!(within("[a]"), Some("a"));
        let list = r#"["一,","]\"",{"a":[1]},[],2]"#;
        let told: Vec<_> = items(list).collect();
        assert_eq!(told, [r#""一,""#, r#""]\"""#, r#"{"a":[1]}"#, "[]", "2"]);
        for none in ["[]", "[", "", "[,]", "{}"] {
            assert_eq!(items(none).count(), 0, "{none}");
        }
    }
}
