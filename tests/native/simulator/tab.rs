//! One tab: a session and its driver, which carries commands to the lanes and answers back.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use luoxuan::journal::{UndoGroup, read_lines, write_lines};
use luoxuan::session::{Alarm, Command, Job, Left, Leftovers, Session, Settled, Ticket, Trouble};
use luoxuan::snapshot::{lay_apart, recollect};
use luoxuan::store::StoreError;
use luoxuan::{Content, DeviceId, Entry, RecordId, Revision, RevisionId, State, Timestamp};
use luoxuan_tests::harm::Chance;

use super::browser::Browser;
use crate::snapshot::held;

const DEVICE: DeviceId = DeviceId::from_bytes([3; 16]);

/// What waits for the store, in the order it was asked.
#[derive(Debug)]
enum Question {
    Of(Command),
    /// Forgetting what dead tabs left, once it is kept.
    Forget(Vec<Settled>, Leftovers),
}

/// A text somebody has open.
#[derive(Debug, Default, Clone)]
struct Editor {
    base: Vec<RevisionId>,
    text: String,
}

#[derive(Debug)]
pub(super) struct Tab {
    pub(super) session: Session,
    /// Which life of the store it knows.
    life: u64,
    /// In which life something was last acknowledged.
    kept_in: Option<u64>,
    handed: BTreeMap<String, u64>,
    seen: u64,
    /// Up to where in the log it has still to look up what it recalled.
    recalled: Option<u64>,
    questions: VecDeque<Question>,
    answers: VecDeque<(Ticket, Result<(), StoreError>, bool)>,
    inbox: VecDeque<Vec<Revision>>,
    alarms: Vec<(u64, Alarm)>,
    editors: BTreeMap<RecordId, Editor>,
    /// Every sentence it was given, and of which record.
    pub(super) typed: BTreeMap<u32, RecordId>,
    /// What is forgotten of dead tabs once these have come to an end.
    forgets: Option<(Vec<Job>, Leftovers)>,
    /// What may have come apart, and is joined once its history was read.
    torn: BTreeSet<RecordId>,
    /// How what was done last is taken back.
    undo: UndoGroup,
    /// What other tabs are to be told.
    pub(super) tells: Vec<Vec<Revision>>,
}

fn now(browser: &Browser) -> Timestamp {
    Timestamp::new(browser.wall, 480)
}

/// A sentence that stands nowhere else.
pub(super) fn sentence(number: u32) -> String {
    format!("第{number}句。")
}

fn body(text: &str) -> Content {
    Content::of(&Entry {
        body: text.into(),
        ..Entry::default()
    })
}

impl Tab {
    /// A tab begins: reads the log, what only the small lane has, and the drafts that dead tabs left.
    pub(super) fn opens(name: String, alive: &[String], browser: &mut Browser, chance: &mut Chance) -> Self {
        let mut tab = Self {
            session: Session::new(DEVICE, name, true),
            life: browser.store.life,
            kept_in: None,
            handed: BTreeMap::new(),
            seen: 0,
            recalled: None,
            questions: VecDeque::new(),
            answers: VecDeque::new(),
            inbox: VecDeque::new(),
            alarms: Vec::new(),
            editors: BTreeMap::new(),
            typed: BTreeMap::new(),
            forgets: None,
            torn: BTreeSet::new(),
            undo: UndoGroup::default(),
            tells: Vec::new(),
        };
        let now = now(browser);
        tab.recalls(browser);
        tab.reads_on(browser);
        let (mut found, mut erasures) = (Vec::new(), BTreeMap::new());
        for (record, line) in browser.small.all("head:") {
            let (revisions, _) = read_lines(line.as_bytes());
            let known = |one: &Revision| tab.session.journal().contains(one.record(), one.id());
            let merged = tab
                .session
                .read(revisions.into_iter().filter(|one| !known(one)).collect());
            debug_assert!(merged.changed.iter().all(|one| one.to_string() == record));
            found.extend(merged.added);
            tab.torn.extend(merged.changed);
            erasures.extend(merged.erasures);
        }
        let jobs = [
            tab.session.keep_found(&found, now),
            tab.session.keep(erasures.into_values().collect(), now),
        ];
        let left = Leftovers::read(browser.store.drafts(), browser.small.all("hot:"), alive);
        let settled = |left: Left| {
            let settled = left.is_settled(browser.store.settled(&left.key));
            let settled = settled.unwrap_or_else(|| left.went_on(&browser.store.history(left.draft.record), DEVICE));
            (left.draft, settled)
        };
        let drafts: Vec<_> = left.last().into_iter().map(settled).collect();
        let written = tab.session.take_up(drafts, now);
        tab.torn.extend(written.revisions.iter().map(|one| one.record()));
        tab.forgets = Some((jobs.into_iter().chain([written.job]).flatten().collect(), left));
        tab.forgets(browser);
        tab.acts(browser, chance);
        tab
    }

    /// Does what the session asks for: at once what is done at once, and the rest waits for the store.
    fn acts(&mut self, browser: &mut Browser, chance: &mut Chance) {
        loop {
            let commands = self.session.take_commands();
            if commands.is_empty() {
                break;
            }
            for command in commands {
                self.act(command, browser, chance);
            }
        }
        // Somebody looks now and then, and not at every change.
        if chance.below(4) == 0 {
            self.session.reindex(&mut |_, _, _| ());
        }
    }

    /// The index finds every live record as the journal has it, and no other.
    pub(super) fn finds_what_it_knows(&mut self) -> Result<(), String> {
        self.session.reindex(&mut |_, _, _| ());
        let (index, journal) = (self.session.indexed(), self.session.journal());
        for (record, _) in journal.records() {
            let head = journal.head(record).filter(|head| head.state() == State::Live);
            let found = index.head(record);
            if head.map(|head| (head.id(), head.content())) != found.map(|found| (found.id(), found.content())) {
                return Err(format!("{record} is found as {found:?} and says {head:?}"));
            }
        }
        let live = index.kinds().map(|kind| index.heads(kind).count()).sum::<usize>();
        let there = journal.records().filter(|(record, _)| index.has_any(*record)).count();
        if live == there {
            Ok(())
        } else {
            Err(format!("{live} are found, of {there}"))
        }
    }

    fn act(&mut self, command: Command, browser: &mut Browser, chance: &mut Chance) {
        let refused = chance.below(60) == 0;
        match command {
            Command::KeepDraft(draft) if refused => self.session.small_refused(Some(&draft.key), &StoreError::Full),
            Command::KeepHeads(..) if refused => self.session.small_refused(None, &StoreError::Full),
            Command::KeepDraft(draft) => browser.small.set(format!("hot:{}", draft.key), Some(draft.text)),
            Command::ForgetDraft(key) => browser.small.set(format!("hot:{key}"), None),
            Command::KeepHeads(record, heads) => {
                browser.small.set(format!("head:{record}"), Some(write_lines(&heads)));
            }
            Command::ForgetHeads(record) => browser.small.set(format!("head:{record}"), None),
            Command::Tell(revisions) => self.tells.push(revisions.iter().map(|one| (**one).clone()).collect()),
            Command::WakeAfter(wait, alarm) => {
                let wait = u64::try_from(wait.as_millis()).expect("seconds");
                self.alarms.push((browser.elapsed + wait, alarm));
            }
            Command::Finished(job) => {
                if let Some((jobs, _)) = &mut self.forgets {
                    jobs.retain(|awaited| *awaited != job);
                }
                self.forgets(browser);
            }
            Command::Kept => self.kept_in = Some(self.life),
            Command::BeganAnew(_) => (self.seen, self.recalled) = (0, None),
            question => self.questions.push_back(Question::Of(question)),
        }
    }

    /// What dead tabs left is kept, unless something is owed.
    fn forgets(&mut self, browser: &Browser) {
        if let Some((_, left)) = self.forgets.take_if(|(jobs, _)| jobs.is_empty())
            && !self.session.owes()
        {
            let settled = left.to_forget(&browser.store.drafts());
            self.questions.push_back(Question::Forget(settled, left));
        }
    }

    // What somebody does.

    pub(super) fn types(&mut self, record: RecordId, number: u32, browser: &mut Browser, chance: &mut Chance) {
        let heads = self.session.journal().heads(record);
        let editor = self.editors.entry(record).or_insert_with(|| Editor {
            base: heads.iter().map(|head| head.id()).collect(),
            text: heads.iter().filter_map(|head| head.content().text("body")).collect(),
        });
        editor.text.push_str(&sentence(number));
        let editor = editor.clone();
        self.typed.insert(number, record);
        self.session
            .draft(record, &editor.base, body(&editor.text), now(browser));
        self.acts(browser, chance);
    }

    /// The text becomes a revision; whoever types on goes on from it, or opens it anew.
    pub(super) fn writes(&mut self, record: RecordId, browser: &mut Browser, chance: &mut Chance) {
        let Some(editor) = self.editors.remove(&record) else {
            return;
        };
        let written = self
            .session
            .write_after(record, &editor.base, body(&editor.text), now(browser));
        if let Some(written) = written
            && chance.below(2) == 0
        {
            let base = written.revisions.iter().map(|one| one.id()).collect();
            self.editors.insert(record, Editor { base, ..editor });
        }
        self.torn.insert(record);
        self.acts(browser, chance);
    }

    pub(super) fn trashes(&mut self, record: RecordId, back: bool, browser: &mut Browser, chance: &mut Chance) {
        let now = now(browser);
        let written = if back {
            self.session.restore(&[record], now)
        } else {
            self.session.trash(&[record], now)
        };
        self.undo = written.undo;
        self.acts(browser, chance);
    }

    /// What was done last is taken back. The words are in the history, but somebody sees again what stood there before.
    pub(super) fn undoes(&mut self, browser: &mut Browser, chance: &mut Chance) {
        let undo = std::mem::take(&mut self.undo);
        self.undo = self.session.undo(&undo, now(browser)).undo;
        self.acts(browser, chance);
    }

    pub(super) fn erases(&mut self, record: RecordId, browser: &mut Browser, chance: &mut Chance) -> bool {
        self.editors.remove(&record);
        let written = self.session.erase(record, now(browser));
        self.acts(browser, chance);
        !written.revisions.is_empty()
    }

    pub(super) fn imports(&mut self, revisions: Vec<Revision>, browser: &mut Browser, chance: &mut Chance) {
        let (merged, _) = self.session.import(revisions, now(browser));
        self.torn.extend(merged.changed);
        self.acts(browser, chance);
    }

    pub(super) fn hides(&mut self, browser: &mut Browser, chance: &mut Chance) {
        self.session.flush(now(browser));
        self.acts(browser, chance);
    }

    pub(super) fn loses_connection(&mut self, browser: &mut Browser, chance: &mut Chance) {
        self.session.closed();
        self.acts(browser, chance);
    }

    // What the browser does.

    pub(super) fn rings(&mut self, browser: &mut Browser, chance: &mut Chance) {
        let due = |(at, _): &(u64, Alarm)| *at <= browser.elapsed;
        let (due, later): (Vec<_>, Vec<_>) = self.alarms.drain(..).partition(due);
        self.alarms = later;
        for (_, alarm) in due {
            self.session.wake(alarm, now(browser));
            self.acts(browser, chance);
        }
    }

    pub(super) fn next_alarm(&self) -> Option<u64> {
        self.alarms.iter().map(|(at, _)| *at).min()
    }

    /// The store does the next thing it was asked, or refuses; `strange` says that it may do so without a reason.
    pub(super) fn is_served(&mut self, strange: bool, browser: &mut Browser, chance: &mut Chance) {
        let Some(question) = self.questions.pop_front() else {
            return;
        };
        let odd = [StoreError::Silent, StoreError::Closed, StoreError::Other("odd".into())];
        let fails = chance.pick(&odd).filter(|_| strange && chance.below(8) == 0);
        let ticket = match &question {
            Question::Of(
                Command::Append(ticket, ..)
                | Command::Erase(ticket, _)
                | Command::PutDrafts(ticket, _)
                | Command::LookBack(ticket),
            ) => Some(*ticket),
            _ => None,
        };
        // Of one that does not answer nobody knows whether it was done.
        let done = (fails.is_none() || chance.below(2) == 0).then(|| self.is_done(question, browser));
        let outcome = fails.map_or(done.unwrap_or(Ok(())), |error| Err(error.clone()));
        if let Some(ticket) = ticket {
            let anew = outcome.is_ok() && self.life != browser.store.life;
            if anew {
                self.life = browser.store.life;
            }
            self.answers.push_back((ticket, outcome, anew));
        }
    }

    fn is_done(&mut self, question: Question, browser: &mut Browser) -> Result<(), StoreError> {
        let store = &mut browser.store;
        match question {
            Question::Of(Command::Append(_, revisions, settled)) => store.append(revisions, &settled, &self.handed),
            Question::Of(Command::Erase(_, erasure)) => store.erase(erasure),
            Question::Of(Command::PutDrafts(_, drafts)) => store.put_drafts(drafts, &mut self.handed),
            Question::Of(_) => Ok(()),
            Question::Forget(settled, left) => {
                store.append(Vec::new(), &settled, &self.handed)?;
                for key in left.keys() {
                    let hot = format!("hot:{key}");
                    if browser.small.get(&hot).is_some_and(|text| left.was_read(key, text)) {
                        browser.small.set(hot, None);
                    }
                }
                Ok(())
            }
        }
    }

    pub(super) fn is_answered(&mut self, browser: &mut Browser, chance: &mut Chance) {
        if let Some((ticket, outcome, anew)) = self.answers.pop_front() {
            self.session.answer(ticket, outcome, anew, now(browser));
            self.acts(browser, chance);
        }
    }

    pub(super) fn is_told(&mut self, revisions: Vec<Revision>) {
        self.inbox.push_back(revisions);
    }

    pub(super) fn hears(&mut self, browser: &mut Browser, chance: &mut Chance) {
        let Some(revisions) = self.inbox.pop_front() else {
            return;
        };
        if revisions.is_empty() {
            self.reads_on(browser);
        } else {
            self.torn.extend(self.session.receive(revisions).changed);
        }
        self.acts(browser, chance);
    }

    /// Begins with the snapshot, if there is one.
    fn recalls(&mut self, browser: &Browser) {
        let Some((last, parts)) = &browser.store.snapshot else {
            return;
        };
        for part in parts {
            let part = recollect(held(&part.words), &part.bytes).expect("as it was laid down");
            self.torn.extend(self.session.recall(part).changed);
        }
        (self.seen, self.recalled) = (*last, Some(*last));
    }

    /// Looks up in the log what it recalled.
    pub(super) fn looks_up(&mut self, browser: &mut Browser, chance: &mut Chance) {
        if let Some(until) = self.recalled.take() {
            let merged = self.session.read(browser.store.up_to(until));
            let _ = self.session.keep(merged.erasures.into_values().collect(), now(browser));
            self.torn.extend(merged.changed);
            assert!(!self.session.checked(now(browser)).unfit, "what nobody wrote");
            self.acts(browser, chance);
        }
    }

    /// Lays a snapshot down for the next start.
    pub(super) fn lays_down(&self, browser: &mut Browser) {
        if self.life == browser.store.life && !browser.store.full {
            let journal = self.session.journal();
            let records: Vec<_> = journal.records().map(|(record, _)| record).collect();
            let parts = records.chunks(2).map(|some| lay_apart(journal, some));
            browser.store.snapshot = Some((self.seen, parts.collect()));
        }
    }

    /// Reads what the log has beyond what this tab has read.
    fn reads_on(&mut self, browser: &Browser) {
        let (revisions, last) = browser.store.behind(self.seen);
        self.seen = last;
        let merged = self.session.read(revisions);
        let _ = self.session.keep(merged.erasures.into_values().collect(), now(browser));
        self.session.read_to_end(Ok(()));
        self.torn.extend(merged.changed);
    }

    /// Joins what came apart.
    pub(super) fn joins(&mut self, browser: &mut Browser, chance: &mut Chance) {
        for record in std::mem::take(&mut self.torn) {
            if self.session.journal().heads(record).len() > 1 {
                let older: BTreeMap<_, _> = browser
                    .store
                    .history(record)
                    .into_iter()
                    .map(|one| (one.id(), one.content().clone()))
                    .collect();
                let _ = self.session.join(record, |id| older.get(&id).cloned(), now(browser));
            }
        }
        self.acts(browser, chance);
    }

    // What is held against it.

    /// Whether nothing is on its way any more.
    pub(super) fn is_quiet(&self) -> bool {
        self.questions.is_empty()
            && self.answers.is_empty()
            && self.inbox.is_empty()
            && self.alarms.is_empty()
            && self.torn.is_empty()
    }

    pub(super) fn has_messages(&self) -> bool {
        !self.inbox.is_empty()
    }

    pub(super) fn has_answers(&self) -> bool {
        !self.answers.is_empty()
    }

    /// Whether it tells the person that all is kept, of the store as it is now.
    pub(super) fn promises(&self, browser: &Browser) -> bool {
        let status = self.session.status();
        let again = status.trouble == Some(Trouble::Cleared) && status.waiting.is_none();
        self.kept_in == Some(browser.store.life) && (status.is_kept() || again)
    }

    /// What can be seen of it, in a line.
    pub(super) fn tell(&self, browser: &Browser) -> String {
        let promises = if self.promises(browser) { "kept" } else { "" };
        let says: Vec<_> = self
            .session
            .journal()
            .records()
            .map(|(record, _)| self.says(record))
            .collect();
        let asked: Vec<_> = self
            .questions
            .iter()
            .map(|one| format!("{one:?}").chars().take(24).collect::<String>())
            .collect();
        let (name, revisions) = (self.session.tab(), self.session.journal().len());
        format!(
            "{name} ({revisions}) {promises} {:?} says {says:?} asked {asked:?}",
            self.session.status()
        )
    }

    /// What its records say, all heads of them.
    pub(super) fn says(&self, record: RecordId) -> String {
        let heads = self.session.journal().heads(record).iter();
        heads.filter_map(|head| head.content().text("body")).collect()
    }
}
