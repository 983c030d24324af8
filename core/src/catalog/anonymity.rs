//! What stands in place of a name, and what is said about one that was found.

use super::Words;
use super::words::anonymity as words;
use crate::anonymity::{Leak, Place};

/// What stands in its place in an anonymous text.
pub const fn masked(leak: Leak) -> Words {
    match leak {
        Leak::Person => words::masked::PERSON,
        Leak::Pupil => words::masked::PUPIL,
        Leak::School => words::masked::SCHOOL,
        Leak::Class => words::masked::CLASS,
        Leak::Place => words::masked::PLACE,
        Leak::Group => words::masked::GROUP,
        Leak::Studio => words::masked::STUDIO,
        Leak::Project => words::masked::PROJECT,
        Leak::Number => words::masked::NUMBER,
        Leak::Link => words::masked::LINK,
        Leak::Own | Leak::Thanks | Leak::SelfCitation | Leak::Picture => words::masked::LEFT_OUT,
    }
}

/// What was found, as a sentence. `{place}` is where, `{words}` what stands there.
pub const fn found(leak: Leak) -> Words {
    match leak {
        Leak::Person => words::found::PERSON,
        Leak::Pupil => words::found::PUPIL,
        Leak::School => words::found::SCHOOL,
        Leak::Class => words::found::CLASS,
        Leak::Place => words::found::PLACE,
        Leak::Group => words::found::GROUP,
        Leak::Studio => words::found::STUDIO,
        Leak::Own => words::found::OWN,
        Leak::Project => words::found::PROJECT,
        Leak::Number => words::found::NUMBER,
        Leak::Link => words::found::LINK,
        Leak::Thanks => words::found::THANKS,
        Leak::SelfCitation => words::found::SELF_CITATION,
        Leak::Picture => words::found::PICTURE,
    }
}

/// What may be something of this kind and may be not, as a sentence: it stays as it is until the teacher decides.
pub const fn perhaps(leak: Leak) -> Words {
    match leak {
        Leak::School => words::perhaps::SCHOOL,
        Leak::Place => words::perhaps::PLACE,
        _ => words::perhaps::OTHER,
    }
}

/// The sentences of [`Looked`](crate::anonymity::Looked).
pub struct LookedWords {
    /// What was looked for: `{what}`.
    pub looked: Words,
    /// What the profile does not say: `{what}`.
    pub missing: Words,
    /// What no program can see.
    pub cannot: Words,
    /// The teacher's name.
    pub name: Words,
    /// The school and its places.
    pub school: Words,
    /// The classes.
    pub class: Words,
    /// `{n}` words of the list.
    pub listed: Words,
    /// `{n}` people of the journal.
    pub heard: Words,
    /// What tells by its form.
    pub forms: Words,
    /// Stands between two of them.
    pub between: Words,
}

/// What is said of what was looked for.
pub const fn looked() -> LookedWords {
    LookedWords {
        looked: words::looked::LOOKED,
        missing: words::looked::MISSING,
        cannot: words::looked::CANNOT,
        name: words::looked::NAME,
        school: words::looked::SCHOOL,
        class: words::looked::CLASS,
        listed: words::looked::LISTED,
        heard: words::looked::HEARD,
        forms: words::looked::FORMS,
        between: words::looked::BETWEEN,
    }
}

/// Where something stands.
pub const fn place(place: &Place) -> Words {
    match place {
        Place::Title => words::place::TITLE,
        Place::Byline => words::place::BYLINE,
        Place::Summary => words::place::SUMMARY,
        Place::Keywords => words::place::KEYWORDS,
        Place::Section(_, None) => words::place::SECTION_NONE,
        Place::Section(_, Some(_)) => words::place::SECTION_SOME,
        Place::Reference(_) => words::place::REFERENCE,
        Place::Margin => words::place::MARGIN,
        Place::FileName => words::place::FILE_NAME,
    }
}
