//! Texts without the pictures in them.

use std::borrow::Cow;

use crate::text::markdown::SCHEME;

/// A text without the pictures of this journal: they do not go along, and their captions may tell what they show.
pub(super) fn without_pictures(text: &str) -> Cow<'_, str> {
    if !text.contains(SCHEME) {
        return text.into();
    }
    let mut left = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(SCHEME) {
        let (before, picture) = rest.split_at(at);
        left.push_str(before.get(..picture_begins(before)).unwrap_or_default());
        // An address ends with its bracket, or with the word.
        let ends = picture.find([')', '>', ' ', '\n']);
        rest = ends.map_or("", |ends| {
            let after = picture.get(ends..).unwrap_or_default();
            after.strip_prefix('>').unwrap_or(after)
        });
        rest = rest.strip_prefix(')').unwrap_or(rest);
    }
    left.push_str(rest);
    left.trim().to_owned().into()
}

/// Where the picture begins whose address follows this text; its end where that is none.
fn picture_begins(before: &str) -> usize {
    let caption = |at: &usize| {
        let label = before.get(at + 2..).unwrap_or_default();
        // Of a picture that ended before its words stay.
        label
            .find("](")
            .is_some_and(|end| ["", "<"].contains(&label.get(end + 2..).unwrap_or_default()))
    };
    before.rfind("![").filter(caption).unwrap_or(before.len())
}

#[cfg(test)]
mod tests {
    use super::without_pictures;

    #[test]
    fn pictures_of_the_journal_go_and_words_stay() {
        for (text, wanted) in [
            ("奖状 ![生A的脸](luoxuan:abc) 在校长室", "奖状  在校长室"),
            ("前 ![图（一)](<luoxuan:abc>) 后", "前  后"),
            (
                "![课标](https://example.org/a.png) 中间的话 ![脸](luoxuan:abc)",
                "![课标](https://example.org/a.png) 中间的话",
            ),
            ("没有图", "没有图"),
        ] {
            assert_eq!(without_pictures(text), wanted);
        }
    }

    #[test]
    fn what_is_no_picture_takes_no_other_with_it() {
        let text = "![课标](https://example.org/a.png) 中间的话 [看](luoxuan:abc)";
        let left = without_pictures(text);
        assert!(left.contains("![课标](https://example.org/a.png) 中间的话"), "{left}");
        assert!(!left.contains("abc"), "{left}");
    }
}
