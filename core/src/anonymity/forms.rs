//! The forms people make of a name.

use super::letters::{is_han, spelled};
use super::schools::bare_place;
use super::{Leak, Looked, Names};
use crate::catalog::identity::{COMPOUND, GIVEN, SCHOOLS, SUBJECTS, SURNAMES, TEACHERS, TITLES, is_word};
use crate::record::Profile;

impl Names {
    /// The names of a profile with the short forms people make of them; other persons; and whatever else gives the
    /// school away, such as what it calls its courses.
    pub fn of(profile: &Profile, persons: &[String], words: &[String]) -> Self {
        let mut names = Self::default();
        for person in std::iter::once(&profile.name).chain(persons) {
            names.person(person);
        }
        names.school(&profile.school);
        for class in &profile.classes {
            for form in super::classes::forms(class) {
                names.add(&form, Leak::Class);
            }
        }
        if !is_any_group(&profile.group) {
            names.add(&profile.group, Leak::Group);
        }
        for word in words {
            names.listed(word);
        }
        let said = |text: &str| !text.trim().is_empty();
        names.looked = Looked {
            name: said(&profile.name),
            school: said(&profile.school),
            class: profile.classes.iter().any(|class| said(class)),
            listed: words.iter().filter(|word| said(word)).count(),
            heard: 0,
        };
        names
    }

    /// A person's name, whole and in short: 欧阳芳 is 欧阳老师, 欧老师, 芳老师 too.
    pub(super) fn person(&mut self, name: &str) {
        let letters: Vec<char> = spelled(name);
        if !letters.iter().any(|letter| is_han(*letter)) {
            self.latin_person(name);
            return;
        }
        // 买买提·艾力: each part is a name.
        if is_dotted(name) {
            self.add(name, Leak::Person);
            for part in name.split(DOTS) {
                self.add(part, Leak::Person);
            }
            return;
        }
        let name: String = letters.iter().collect();
        // 林老师 is a name as well; 老师 and 语文老师 are none.
        let titles = TITLES.iter().chain(&TEACHERS);
        let bare = match titles.into_iter().find_map(|title| name.strip_suffix(title)) {
            Some(bare) if may_be_name(bare) => bare,
            Some(_) => return,
            None => &name,
        };
        let bare: Vec<char> = bare.chars().collect();
        let text = |letters: &[char]| letters.iter().collect::<String>();
        if bare.len() > 4 {
            self.add(&name, Leak::Person);
            return;
        }
        self.add(&text(&bare), Leak::Person);
        let compound = bare.len() > 2 && COMPOUND.contains(&text(&bare[..2]).as_str());
        let (family, given) = bare.split_at(if compound { 2 } else { 1 }.min(bare.len()));
        let mut called: Vec<String> = vec![text(family)];
        if compound {
            called.extend(family.first().map(char::to_string));
        }
        for family in &called {
            for title in TEACHERS.iter().chain(&TITLES) {
                self.add(&format!("{family}{title}"), Leak::Person);
            }
            for before in ["小", "老", "阿"] {
                self.perhaps(&format!("{before}{family}"), Leak::Person);
            }
        }
        // A given name of one character is too short to be told from a word.
        self.add(&text(given), Leak::Person);
        if let Some(last) = given.last() {
            for title in TEACHERS {
                self.add(&format!("{last}{title}"), Leak::Person);
            }
            for nick in [
                format!("小{last}"),
                format!("阿{last}"),
                format!("{last}{last}"),
                format!("{last}姐"),
                format!("{last}哥"),
            ] {
                self.perhaps(&nick, Leak::Person);
            }
        }
    }

    /// Lin Xiaohe is Xiaohe Lin, LIN XIAOHE, Lin Xiao-he and Xiaohe too.
    fn latin_person(&mut self, name: &str) {
        self.add(name, Leak::Person);
        let words: Vec<&str> = name
            .split(|character: char| !character.is_alphanumeric() && !matches!(character, '-' | '\'' | '’'))
            .filter(|word| !word.is_empty())
            .collect();
        let [first, .., last] = words.as_slice() else { return };
        self.add(&words.join(" "), Leak::Person);
        let turned: Vec<&str> = words.iter().skip(1).chain(words.first()).copied().collect();
        self.add(&turned.join(" "), Leak::Person);
        for (family, given) in [(first, last), (last, first)] {
            self.add(&format!("{family}, {given}"), Leak::Person);
            // Who is called Li alone may be anybody, Xiaohe is not.
            if family.chars().count() > 4 {
                self.add(family, Leak::Person);
            } else {
                self.perhaps(family, Leak::Person);
            }
            for title in ["Teacher", "Mr", "Mr.", "Mrs", "Mrs.", "Ms", "Ms.", "Miss", "Principal"] {
                self.add(&format!("{title} {family}"), Leak::Person);
            }
            if let Some(initial) = given.chars().next() {
                self.add(&format!("{initial}. {family}"), Leak::Person);
                self.add(&format!("{family} {initial}."), Leak::Person);
            }
        }
    }

    /// A person heard of in the journal: the full name, and the given one if it has two characters.
    pub(super) fn heard(&mut self, person: &super::patterns::Heard) {
        self.add(&person.name, person.leak);
        let given: String = person.name.chars().skip(person.family).collect();
        if given.chars().count() > 1 {
            self.add(&given, person.leak);
        }
    }

    /// What the teacher wrote into the list: a person, a school, a place, or whatever else.
    fn listed(&mut self, word: &str) {
        let letters: String = spelled(word).into_iter().collect();
        let characters: Vec<char> = letters.chars().collect();
        self.add(word, Leak::Own);
        if SCHOOLS.iter().any(|school| letters.ends_with(school)) {
            self.school(word);
        } else if is_name(&characters) || is_latin_name(word) || is_dotted(word) {
            // A colleague or a pupil, nobody said which: what stands for the whole name fits both.
            let mut person = Self::default();
            person.person(word);
            self.take(person);
        } else if let Some(place) = bare_place(&letters) {
            self.add(place, Leak::Place);
        }
    }
}

fn is_any_group(group: &str) -> bool {
    let mut rest: String = spelled(group).into_iter().collect();
    for word in SUBJECTS
        .iter()
        .chain(&["教研组", "备课组", "学科组", "教研", "组", "科", "段"])
    {
        rest = rest.replace(word, "");
    }
    rest.chars().all(|left| "一二三四五六七八九0123456789()".contains(left))
}

const DOTS: [char; 5] = ['·', '•', '‧', '・', '･'];

/// 买买提·艾力.
fn is_dotted(name: &str) -> bool {
    name.split(DOTS).count() > 1
        && name
            .split(DOTS)
            .all(|part| part.chars().count() > 1 && part.chars().all(is_han))
}

/// Lin Xiaofang. Somebody called otherwise is masked as it stands in the list.
fn is_latin_name(name: &str) -> bool {
    let words: Vec<&str> = name.split([' ', ',', '-']).filter(|word| !word.is_empty()).collect();
    (2..=4).contains(&words.len())
        && words
            .iter()
            .all(|word| super::pinyin::is_pinyin(&word.to_ascii_lowercase()))
}

/// Whether somebody may be called so: a surname, and no word with what follows it.
pub(super) fn may_be_name(name: &str) -> bool {
    let mut letters = name.chars();
    let (Some(family), next) = (letters.next(), letters.next()) else {
        return false;
    };
    let compound = next.is_some_and(|next| COMPOUND.contains(&format!("{family}{next}").as_str()));
    let word = next.is_some_and(|next| is_word(family, next));
    compound
        || SURNAMES.contains(family) && !word && name.chars().count() <= 3 && !name.ends_with(['组', '班', '科', '校'])
}

/// Whether this looks like a Chinese name.
fn is_name(letters: &[char]) -> bool {
    let given = match letters {
        [a, b, rest @ ..] if COMPOUND.contains(&format!("{a}{b}").as_str()) => rest,
        [family, rest @ ..] if SURNAMES.contains(*family) => rest,
        _ => return false,
    };
    (1..=2).contains(&given.len()) && given.iter().all(|letter| GIVEN.contains(*letter))
}
