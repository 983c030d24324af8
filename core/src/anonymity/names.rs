//! Names, and where they stand in a text.

use std::collections::BTreeMap;
use std::ops::Range;

use super::patterns;
use crate::catalog::{Language, masked};
use crate::record::{Profile, words};
use crate::text::fold_char;

words! {
    /// What tells who wrote a text.
    pub enum Leak {
        /// The name of a teacher, a leader or an expert.
        #[default]
        Person = "person",
        /// The school, whole or in short.
        School = "school",
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
        /// A link, a mail address, a telephone number.
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
    /// Whether it is taken out. The others need a person to look and decide.
    pub const fn is_masked(self) -> bool {
        !matches!(self, Self::Thanks | Self::SelfCitation | Self::Picture)
    }
}

/// Something found in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// Its bytes.
    pub at: Range<usize>,
    /// What it is.
    pub leak: Leak,
    /// Whether a title such as 校长 follows, so that X alone stands for the name.
    titled: bool,
}

impl Hit {
    pub(super) const fn new(at: Range<usize>, leak: Leak) -> Self {
        Self {
            at,
            leak,
            titled: false,
        }
    }

    /// What stands in its place; `None` if it stays.
    pub(super) fn instead(&self, language: Language) -> Option<&'static str> {
        if self.titled {
            return Some("X");
        }
        self.leak.is_masked().then(|| masked(self.leak).in_(language))
    }
}

/// Everything that must not be read in an anonymous text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Names {
    /// Folded terms by their first character, the longest first.
    terms: BTreeMap<char, Vec<(Vec<char>, Leak)>>,
}

/// What follows a person's name and says the same as the mask does.
const TEACHERS: [&str; 4] = ["老师", "老師", "教师", "教師"];
/// What follows a person's name and stays.
const TITLES: [&str; 12] = [
    "校长",
    "校長",
    "副校长",
    "副校長",
    "主任",
    "书记",
    "書記",
    "教授",
    "组长",
    "組長",
    "院长",
    "专家",
];
/// Surnames of two characters.
const COMPOUND: &str = "欧阳歐陽太史上官端木司马司馬东方東方独孤獨孤南宫南宮万俟闻人聞人夏侯诸葛諸葛尉迟尉遲\
    公羊赫连赫連澹台皇甫宗政濮阳濮陽公冶申屠公孙公孫慕容钟离鐘離长孙長孫宇文司徒司空令狐";
/// What kinds of places are called.
pub(super) const PLACES: [char; 13] = [
    '省', '市', '区', '區', '县', '縣', '镇', '鎮', '乡', '鄉', '州', '旗', '村',
];
/// What schools are called.
pub(super) const SCHOOLS: [&str; 13] = [
    "实验小学",
    "實驗小學",
    "中心小学",
    "中心小學",
    "小学",
    "小學",
    "中学",
    "中學",
    "学校",
    "學校",
    "幼儿园",
    "幼兒園",
    "学院",
];

impl Names {
    /// The names of a profile with the short forms people make of them; other persons; and whatever else gives the
    /// school away, such as what it calls its courses.
    pub fn of(profile: &Profile, persons: &[String], words: &[String]) -> Self {
        let mut names = Self::default();
        for person in std::iter::once(&profile.name).chain(persons) {
            names.person(person);
        }
        names.school(&profile.school);
        names.add(&profile.group, Leak::Group);
        for word in words {
            names.add(word, Leak::Own);
        }
        names
    }

    /// Adds one term.
    pub fn add(&mut self, term: &str, leak: Leak) {
        let folded: Vec<char> = letters(term).map(|(letter, _)| letter).collect();
        // One character is in every text.
        if folded.len() < 2 {
            return;
        }
        let Some(first) = folded.first().copied() else { return };
        let same = self.terms.entry(first).or_default();
        if same.iter().all(|(known, _)| *known != folded) {
            same.push((folded, leak));
            same.sort_by(|(a, _), (b, _)| b.len().cmp(&a.len()).then_with(|| a.cmp(b)));
        }
    }

    fn person(&mut self, name: &str) {
        let name: String = name.chars().filter(|character| !character.is_whitespace()).collect();
        let count = name.chars().count();
        if name.is_ascii() || !(2..=4).contains(&count) {
            self.add(&name, Leak::Person);
            return;
        }
        self.add(&name, Leak::Person);
        let family: String = name.chars().take(2).collect();
        let split = if count > 2 && COMPOUND.contains(&family) { 2 } else { 1 };
        let family: String = name.chars().take(split).collect();
        let given: String = name.chars().skip(split).collect();
        // A given name of one character is too short to be told from a word.
        self.add(&given, Leak::Person);
        for title in TEACHERS.iter().chain(&TITLES) {
            self.add(&format!("{family}{title}"), Leak::Person);
        }
    }

    fn school(&mut self, school: &str) {
        self.add(school, Leak::School);
        let mut rest = school.trim();
        // 青禾市清溪区晨光小学: the places before it, each with and without what it is.
        while let Some((at, kind)) = rest
            .char_indices()
            .skip(2)
            .take(4)
            .find(|(_, kind)| PLACES.contains(kind))
        {
            let (place, after) = rest.split_at(at + kind.len_utf8());
            if after.chars().count() < 3 {
                break;
            }
            self.add(place, Leak::Place);
            let bare = place.trim_end_matches(PLACES);
            if bare.chars().count() > 1 {
                self.add(bare, Leak::Place);
            }
            self.add(after, Leak::School);
            rest = after;
        }
        let suffix = SCHOOLS.iter().find(|suffix| rest.ends_with(*suffix));
        let Some((own, suffix)) = suffix.and_then(|suffix| Some((rest.strip_suffix(suffix)?, suffix))) else {
            return;
        };
        // 晨光小学 is also 晨光小, 晨小, 晨光校区. 晨光 alone is a word.
        let mut own_characters = own.chars();
        if let (Some(first), Some(_)) = (own_characters.next(), own_characters.next()) {
            if let Some(level) = suffix.chars().rev().nth(1) {
                self.add(&format!("{own}{level}"), Leak::School);
                self.add(&format!("{first}{level}"), Leak::School);
            }
            for more in ["校区", "校區", "实小", "實小", "人"] {
                self.add(&format!("{own}{more}"), Leak::School);
            }
            if own.chars().count() > 2 {
                self.add(own, Leak::School);
            }
        }
    }

    /// What a text gives away, in order, without overlaps.
    ///
    /// White space and invisible characters inside a name do not hide it, nor does full width or upper case.
    pub fn find(&self, text: &str) -> Vec<Hit> {
        let letters: Vec<(char, Range<usize>)> = letters(text).collect();
        let mut hits = Vec::new();
        let mut at = 0;
        while let Some((letter, range)) = letters.get(at) {
            let rest = letters.get(at..).unwrap_or_default();
            let found = self.terms.get(letter).and_then(|terms| {
                terms
                    .iter()
                    .find(|(term, _)| starts(rest, term) && stands_alone(text, rest, term.len()))
            });
            let Some((term, leak)) = found else {
                at += 1;
                continue;
            };
            let end = rest.get(term.len() - 1).map_or(range.end, |(_, last)| last.end);
            let mut hit = Hit::new(range.start..end, *leak);
            at += term.len();
            if *leak == Leak::Person {
                at += hit.take_title(term, letters.get(at..).unwrap_or_default());
            }
            hits.push(hit);
        }
        patterns::find(text, &mut hits);
        hits.sort_by_key(|hit| hit.at.start);
        hits
    }

    /// The text without what it gives away.
    pub fn mask(&self, text: &str, language: Language) -> String {
        let mut masked = String::with_capacity(text.len());
        let mut from = 0;
        for hit in self.find(text) {
            if let Some(instead) = hit.instead(language) {
                masked.push_str(text.get(from..hit.at.start).unwrap_or_default());
                masked.push_str(instead);
                from = hit.at.end;
            }
        }
        masked.push_str(text.get(from..).unwrap_or_default());
        masked
    }
}

impl Hit {
    /// Looks at what a name ends with or what follows it: 林校长 becomes X校长, 林晓禾老师 becomes X老师. Gives how
    /// many more letters belong to the hit.
    fn take_title(&mut self, term: &[char], after: &[(char, Range<usize>)]) -> usize {
        let ends = |title: &&&str| {
            let title: Vec<char> = title.chars().collect();
            term.ends_with(&title)
        };
        if let Some(title) = TITLES.iter().find(ends) {
            self.at.end -= title.len();
            self.titled = true;
            return 0;
        }
        let follows = |title: &&&str| starts(after, &title.chars().collect::<Vec<_>>());
        if let Some(title) = TEACHERS.iter().find(follows) {
            let count = title.chars().count();
            if let Some((_, last)) = after.get(count - 1) {
                self.at.end = last.end;
                return count;
            }
        }
        self.titled = TITLES.iter().any(|title| follows(&title));
        0
    }
}

fn starts(letters: &[(char, Range<usize>)], term: &[char]) -> bool {
    letters.len() >= term.len() && letters.iter().zip(term).all(|((letter, _), wanted)| letter == wanted)
}

/// Whether a Latin name is not a piece of a longer word.
fn stands_alone(text: &str, letters: &[(char, Range<usize>)], length: usize) -> bool {
    let (Some((first, from)), Some((last, to))) =
        (letters.first(), length.checked_sub(1).and_then(|at| letters.get(at)))
    else {
        return false;
    };
    let before = text.get(..from.start).and_then(|text| text.chars().next_back());
    let after = text.get(to.end..).and_then(|text| text.chars().next());
    let joins = |side: Option<char>, letter: char| {
        letter.is_ascii_alphanumeric() && side.is_some_and(|side| side.is_ascii_alphanumeric())
    };
    !joins(before, *first) && !joins(after, *last)
}

/// The characters of a text that count, each with its bytes.
pub(super) fn letters(text: &str) -> impl Iterator<Item = (char, Range<usize>)> {
    let seen = text.char_indices().filter(|(_, character)| {
        !character.is_whitespace()
            && !character.is_control()
            && !matches!(character, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
    });
    seen.map(|(at, character)| (fold_char(character), at..at + character.len_utf8()))
}
