//! What must stand in the box, worked out without looking at it.

use serde_json::{Value, json};

use crate::stage::tools::Dice;
use crate::teacher::Teacher;

/// What is typed, and the characters it becomes.
pub(super) const WORDS: [(&str, &str); 8] = [
    ("ting'dao", "听到"),
    ("guan'cha'dan", "观察单"),
    ("xi'guan", "习惯"),
    ("ji", "𠮷"),
    ("xiao'lian", "😀"),
    ("man'jing'tou", "“慢镜头”"),
    ("san'shi'yi'pian", "三十一篇"),
    ("lao'shi", "👩‍🏫"),
];

/// What may stand there already.
const BEFORE: [&str; 4] = [
    "",
    "平均只写了96字。",
    "四个说“不知道还能写什么”。𠮷",
    "**有细节**的 11 人，",
];

/// How a word appears, step by step: more and more syllables, then characters not yet taken over.
pub(super) fn steps(syllables: &str, characters: &str, dice: &mut Dice) -> Vec<String> {
    let mut steps = Vec::new();
    let mut length = 0;
    while length < syllables.len() {
        length = (length + 1 + usize::try_from(dice.below(4)).expect("small")).min(syllables.len());
        steps.push(syllables[..length].to_owned());
    }
    steps.push(characters.into());
    steps
}

fn units(text: &str) -> usize {
    text.encode_utf16().count()
}

/// A text with a cursor, and what is being composed there.
#[derive(Debug)]
pub(super) struct Model {
    pub(super) before: String,
    pub(super) composing: String,
    after: String,
    /// Every text there has been: what undoing may bring back.
    known: Vec<String>,
}

impl Model {
    /// A text that begins with the mark of its round, and a place in it.
    pub(super) fn new(mark: &str, dice: &mut Dice) -> Self {
        let rest: Vec<char> = dice.one_of(&BEFORE).chars().collect();
        let at = usize::try_from(dice.below(rest.len() as u64 + 1)).expect("small");
        let before = rest[..at].iter().collect::<String>();
        let after: String = rest[at..].iter().collect();
        Self {
            known: vec![format!("{mark}{before}{after}")],
            before: format!("{mark}{before}"),
            composing: String::new(),
            after,
        }
    }

    /// The whole text.
    pub(super) fn text(&self) -> String {
        format!("{}{}{}", self.before, self.composing, self.after)
    }

    /// Where the cursor is, in the page's units.
    pub(super) fn caret(&self) -> usize {
        units(&self.before) + units(&self.composing)
    }

    /// Puts the text in place of what is in the box, as a paste does, and the cursor where it belongs.
    pub(super) fn fill(&self, teacher: &Teacher) {
        teacher.run("window.box.focus(); window.box.select()", vec![]);
        teacher.pastes(&self.text());
        teacher.run(
            "window.box.setSelectionRange(arguments[0], arguments[0])",
            vec![json!(self.caret())],
        );
    }

    /// The input method shows this.
    pub(super) fn compose(&mut self, teacher: &Teacher, step: &str) {
        let end = units(step);
        teacher.browser.devtools(
            "Input.imeSetComposition",
            &json!({ "text": step, "selectionStart": end, "selectionEnd": end }),
        );
        step.clone_into(&mut self.composing);
        self.known.push(self.text());
    }

    /// The input method puts this in place of what it showed.
    pub(super) fn take_over(&mut self, teacher: &Teacher, characters: &str) {
        teacher
            .browser
            .devtools("Input.insertText", &json!({ "text": characters }));
        characters.clone_into(&mut self.composing);
        self.settles();
    }

    /// What is composed stays as it is: the browser ends a composition when the keyboard leaves.
    pub(super) fn settles(&mut self) {
        self.before.push_str(&std::mem::take(&mut self.composing));
        self.known.push(self.text());
    }

    /// Holds the box against the model.
    pub(super) fn is_shown(&self, teacher: &Teacher) -> Result<(), String> {
        let (shown, here, start, end) = looks(teacher)?;
        let caret = self.caret() as u64;
        if !here {
            return Err(format!("the keyboard has left the box, which says “{shown}”"));
        }
        if shown != self.text() {
            return Err(format!("the box says “{shown}”, not “{}”", self.text()));
        }
        if (start, end) != (caret, caret) {
            return Err(format!("the cursor is at {start}–{end}, not {caret}, in “{shown}”"));
        }
        Ok(())
    }

    /// After undoing: one of the texts there have been, and nothing else.
    pub(super) fn was_once(&self, teacher: &Teacher) -> Result<(), String> {
        let (shown, ..) = looks(teacher)?;
        if shown.is_empty() || self.known.contains(&shown) {
            return Ok(());
        }
        Err(format!("undoing shows “{shown}”, which never stood there"))
    }

    /// Takes over where the cursor is, if the text is the model's.
    pub(super) fn follows_caret(&mut self, teacher: &Teacher) -> Result<(), String> {
        let (shown, _, start, _) = looks(teacher)?;
        if shown != self.text() {
            return Err(format!("done again, the box says “{shown}”, not “{}”", self.text()));
        }
        let all: Vec<u16> = shown.encode_utf16().collect();
        let at = usize::try_from(start).expect("small").min(all.len());
        self.before = String::from_utf16_lossy(&all[..at]);
        self.after = String::from_utf16_lossy(&all[at..]);
        Ok(())
    }
}

/// What the box says, whether the keyboard is in it, and what is selected.
fn looks(teacher: &Teacher) -> Result<(String, bool, u64, u64), String> {
    let shown = teacher.run(
        "const box = window.box; return box.isConnected ? [box.value, document.activeElement === box, box.selectionStart, box.selectionEnd] : null",
        vec![],
    );
    let Value::Array(shown) = &shown else {
        return Err("the box is gone from the page".into());
    };
    let number = |at: usize| shown[at].as_u64().unwrap_or_default();
    let text = shown[0].as_str().unwrap_or_default().to_owned();
    Ok((text, shown[1] == json!(true), number(2), number(3)))
}
