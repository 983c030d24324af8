//! What gives a writer away, and where it stands.

use std::ops::Range;

use crate::catalog::{Language, masked};
use crate::record::words;

words! {
    /// What tells who wrote a text, or of whom.
    pub enum Leak {
        /// The name of a teacher, a leader or an expert.
        #[default]
        Person = "person",
        /// The name of a pupil, or of a pupil's family.
        Pupil = "pupil",
        /// The school, whole or in short.
        School = "school",
        /// The class of the profile.
        Class = "class",
        /// Its city, district or town.
        Place = "place",
        /// 教研组, or another group's own name.
        Group = "group",
        /// 工作室.
        Studio = "studio",
        /// What only this school calls so: a course, a motto, a campus.
        Own = "own",
        /// 课题编号.
        Project = "project",
        /// A telephone, an identity card, a number plate, an account.
        Number = "number",
        /// A link, a domain, a mail address.
        Link = "link",
        /// 鸣谢.
        Thanks = "thanks",
        /// 拙作, 笔者曾发表.
        SelfCitation = "self_citation",
        /// A picture: a badge, a uniform, a sign, a face, a code to scan.
        Picture = "picture",
    }
}

impl Leak {
    /// Whether words can be taken out for it. The others need a person to look and decide.
    pub const fn is_masked(self) -> bool {
        !matches!(self, Self::Thanks | Self::SelfCitation | Self::Picture)
    }
}

/// Something found in a text.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Hit {
    /// Its bytes.
    pub at: Range<usize>,
    /// What it is.
    pub leak: Leak,
    /// Whether it is taken out. What may as well be something else stays, and is shown.
    pub sure: bool,
    /// Whether a title such as 校长 follows, so that X alone stands for the name.
    pub(super) titled: bool,
    /// Whether the text says itself that it is the writer's: 笔者所在的……小学.
    pub(super) own: bool,
}

impl Hit {
    pub(super) const fn new(at: Range<usize>, leak: Leak) -> Self {
        Self {
            at,
            leak,
            sure: leak.is_masked(),
            titled: false,
            own: false,
        }
    }

    pub(super) const fn hint(at: Range<usize>, leak: Leak) -> Self {
        Self {
            at,
            leak,
            sure: false,
            titled: false,
            own: false,
        }
    }

    /// What stands in its place; `None` if it stays.
    pub(super) fn instead(&self, language: Language) -> Option<&'static str> {
        if !self.sure {
            None
        } else if self.titled {
            Some("X")
        } else {
            Some(masked(self.leak).in_(language))
        }
    }
}

/// Hits in order and apart: of two that overlap, what is taken out goes before what is shown, and two that are taken out
/// become one, called by the longer.
pub(super) fn apart(mut hits: Vec<Hit>) -> Vec<Hit> {
    hits.retain(|hit| !hit.at.is_empty());
    hits.sort_by_key(|hit| (!hit.sure, hit.at.start, usize::MAX - hit.at.end));
    let mut kept: Vec<Hit> = Vec::with_capacity(hits.len());
    for hit in hits {
        let over = |known: &Hit| known.at.start < hit.at.end && hit.at.start < known.at.end;
        if !hit.sure {
            if !kept.iter().any(over) {
                kept.push(hit);
            }
            continue;
        }
        // Sure ones come by their starts, so only the last can reach into this one.
        match kept.last_mut().filter(|known| over(known)) {
            Some(known) if hit.at.end <= known.at.end => {}
            Some(known) => {
                let end = hit.at.end;
                if hit.at.len() > known.at.len() {
                    known.leak = hit.leak;
                }
                known.titled = hit.titled;
                known.at.end = end;
            }
            None => kept.push(hit),
        }
    }
    kept.sort_by_key(|hit| hit.at.start);
    kept
}
