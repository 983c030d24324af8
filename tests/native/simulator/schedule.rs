//! A schedule: what happens in which order, drawn from its number.

use std::collections::{BTreeMap, BTreeSet};

use luoxuan::{RecordId, Revision};
use luoxuan_tests::harm::Chance;

use super::browser::Browser;
use super::tab::{Tab, sentence};

/// So many things happen at most before the end.
const MOST: usize = 60;

/// Records are few, so that tabs meet in them.
const RECORDS: [u8; 3] = [1, 2, 3];

pub(super) struct Schedule {
    chance: Chance,
    browser: Browser,
    tabs: Vec<Tab>,
    names: u32,
    sentences: u32,
    /// What was said to be kept, and of which record.
    kept: BTreeMap<u32, RecordId>,
    promised: usize,
    /// Of these only the small lane was left, until they come into the store again.
    fragile: BTreeSet<u32>,
    erased: BTreeSet<RecordId>,
    /// A copy that somebody took.
    copy: Vec<Revision>,
    /// Whether stores refuse without a reason in this one.
    strange: bool,
    /// Whether each step is told.
    told: bool,
}

impl Schedule {
    pub(super) fn new(seed: u64) -> Self {
        let mut chance = Chance::new(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15));
        // The first numbers of like seeds are alike.
        for _ in 0..4 {
            chance.below(2);
        }
        Self {
            strange: chance.below(3) == 0,
            chance,
            browser: Browser {
                wall: 1_760_000_000_000,
                ..Browser::default()
            },
            tabs: Vec::new(),
            names: 0,
            sentences: 0,
            kept: BTreeMap::new(),
            promised: 0,
            fragile: BTreeSet::new(),
            erased: BTreeSet::new(),
            copy: Vec::new(),
            told: false,
        }
    }

    /// The same, telling each step.
    pub(super) fn told(self) -> Self {
        Self { told: true, ..self }
    }

    fn tell(&self, what: &str) {
        if self.told {
            println!("{what}");
            for tab in &self.tabs {
                println!("    {}", tab.tell(&self.browser));
            }
        }
    }

    /// Plays it to its end. Answers how many sentences were said to be kept.
    pub(super) fn play(mut self) -> Result<usize, String> {
        for _ in 0..20 + self.chance.below(MOST - 20) {
            let step = self.step();
            self.note();
            self.tell(step);
        }
        (self.browser.store.full, self.strange) = (false, false);
        if self.chance.below(2) == 0 {
            self.comes_to_rest()?;
        }
        self.dies();
        self.opens();
        self.tell("the last start");
        self.comes_to_rest()?;
        self.tell("all has arrived");
        self.all_there("after the last start")?;
        // The store alone has all of it.
        self.dies();
        self.browser.small.empty();
        self.opens();
        self.comes_to_rest()?;
        self.all_there("from the store alone")?;
        Ok(self.promised)
    }

    fn opens(&mut self) {
        self.names += 1;
        let name = format!("tab{}", self.names);
        let alive: Vec<_> = self
            .tabs
            .iter()
            .map(|tab| tab.session.tab().to_owned())
            .chain([name.clone()])
            .collect();
        let tab = Tab::opens(name, &alive, &mut self.browser, &mut self.chance);
        self.tabs.push(tab);
        self.spreads();
    }

    /// The browser dies, and every tab with it. Of the small lane some of the last is forgotten.
    fn dies(&mut self) {
        self.tabs.clear();
        let reached = self.chance.below(self.browser.small.changes() + 1);
        self.browser.small.falls_back(reached);
    }

    fn record(&mut self) -> RecordId {
        RecordId::from_bytes([*self.chance.pick(&RECORDS).expect("there are some"); 16])
    }

    /// The next thing happens.
    fn step(&mut self) -> &'static str {
        if self.tabs.is_empty() {
            self.opens();
            return "a first tab opens";
        }
        let at = self.chance.below(self.tabs.len());
        let step = match self.chance.below(100) {
            what @ 0..=39 => self.somebody(at, what),
            what @ 40..=88 => self.the_browser(at, what),
            89 | 90 => {
                self.tabs.swap_remove(at);
                "a tab dies"
            }
            91 => {
                self.dies();
                "the browser dies"
            }
            92 => self.loses_a_lane(),
            93 => {
                self.tabs[at].lays_down(&mut self.browser);
                "a snapshot is laid down"
            }
            94 => {
                self.tabs[at].looks_up(&mut self.browser, &mut self.chance);
                "what was recalled is looked up"
            }
            _ if self.tabs.len() < 3 => {
                self.opens();
                "a tab opens"
            }
            _ => "nothing",
        };
        self.spreads();
        step
    }

    /// Somebody does something in a tab.
    fn somebody(&mut self, at: usize, what: usize) -> &'static str {
        let record = self.record();
        let (tab, browser, chance) = (&mut self.tabs[at], &mut self.browser, &mut self.chance);
        match what {
            0..=21 => {
                self.sentences += 1;
                tab.types(record, self.sentences, browser, chance);
                "typed"
            }
            23..=33 => {
                tab.writes(record, browser, chance);
                "written"
            }
            34 => {
                tab.hides(browser, chance);
                "hidden"
            }
            35 => {
                tab.trashes(record, chance.below(2) == 0, browser, chance);
                "into the trash, or out of it"
            }
            22 => {
                tab.undoes(browser, chance);
                "taken back"
            }
            36 if chance.below(4) == 0 => {
                if tab.erases(record, browser, chance) {
                    self.erased.insert(record);
                }
                "erased"
            }
            37 => {
                browser.wall += [-90_000_000, -3_600_000, 7_200_000][chance.below(3)];
                "the clock is set"
            }
            38 => {
                self.copy = tab.session.heads().map(|head| (*head).clone()).collect();
                "a copy is taken"
            }
            _ => {
                let copy = self.copy.clone();
                tab.imports(copy, browser, chance);
                "a copy is read"
            }
        }
    }

    /// Something goes on below a tab.
    fn the_browser(&mut self, at: usize, what: usize) -> &'static str {
        let (tab, browser, chance) = (&mut self.tabs[at], &mut self.browser, &mut self.chance);
        match what {
            40..=52 => {
                browser.elapsed += [10, 300, 2_100, 6_000][chance.below(4)];
                browser.wall += 1_000;
                tab.rings(browser, chance);
                "time passes"
            }
            53..=64 => {
                tab.is_served(self.strange, browser, chance);
                "the store works"
            }
            65..=75 => {
                tab.is_answered(browser, chance);
                "the store answers"
            }
            76..=79 => {
                tab.joins(browser, chance);
                "what came apart is joined"
            }
            80..=84 => {
                tab.hears(browser, chance);
                "another tab is heard"
            }
            85 => {
                browser.store.full = chance.below(3) == 0;
                "room comes or goes"
            }
            86 => {
                tab.loses_connection(browser, chance);
                "the store is closed"
            }
            _ => {
                browser.small.flush();
                "the small lane reaches the disk"
            }
        }
    }

    /// Somebody clears the site's data under the open tabs, or a lane is gone after the end of the browser.
    fn loses_a_lane(&mut self) -> &'static str {
        match self.chance.below(4) {
            0 => {
                self.loses_the_small_lane();
                "the small lane is emptied"
            }
            1 => {
                // What was acknowledged before is told before.
                while self.tabs.iter().any(Tab::has_answers) {
                    for tab in &mut self.tabs {
                        tab.is_answered(&mut self.browser, &mut self.chance);
                    }
                }
                self.browser.store.empty();
                // It was there when it was said. Open tabs will write it again, and say so.
                self.kept.clear();
                "the store is emptied under open tabs"
            }
            2 => {
                self.dies();
                self.loses_the_small_lane();
                "the browser dies, and the small lane with it"
            }
            _ => {
                self.dies();
                self.browser.store.empty();
                // What the small lane has comes back.
                let (heads, drafts) = (self.browser.small.all("head:"), self.browser.small.all("hot:"));
                let all: String = heads.into_iter().chain(drafts).map(|(_, text)| text).collect();
                self.kept.retain(|number, _| all.contains(&sentence(*number)));
                self.fragile = self.kept.keys().copied().collect();
                "the browser dies, and the store with it"
            }
        }
    }

    fn loses_the_small_lane(&mut self) {
        self.browser.small.empty();
        let all = self.browser.store.texts();
        self.kept
            .retain(|number, _| !self.fragile.contains(number) || all.contains(&sentence(*number)));
    }

    /// Messages to other tabs come one after another; a tab that is opened later hears none of them.
    fn spreads(&mut self) {
        for at in 0..self.tabs.len() {
            for revisions in std::mem::take(&mut self.tabs[at].tells) {
                let others = self.tabs.iter_mut().enumerate().filter(|(other, _)| *other != at);
                others.for_each(|(_, other)| other.is_told(revisions.clone()));
            }
        }
    }

    /// Notes what is promised just now.
    fn note(&mut self) {
        for tab in self.tabs.iter().filter(|tab| tab.promises(&self.browser)) {
            let typed = tab.typed.iter();
            for (number, record) in typed.filter(|(_, record)| !self.erased.contains(record)) {
                if self.kept.insert(*number, *record).is_none() {
                    self.promised += 1;
                }
            }
        }
        self.kept.retain(|_, record| !self.erased.contains(record));
    }

    /// Everything that is on its way arrives.
    fn comes_to_rest(&mut self) -> Result<(), String> {
        for _ in 0..2_000 {
            let (browser, chance) = (&mut self.browser, &mut self.chance);
            for tab in &mut self.tabs {
                tab.looks_up(browser, chance);
                tab.is_served(false, browser, chance);
                tab.is_answered(browser, chance);
                // Messages are quicker than a history is read.
                while tab.has_messages() {
                    tab.hears(browser, chance);
                }
            }
            self.spreads();
            let (browser, chance) = (&mut self.browser, &mut self.chance);
            for tab in self.tabs.iter_mut().filter(|tab| !tab.has_messages()) {
                tab.joins(browser, chance);
            }
            let next = self.tabs.iter().filter_map(Tab::next_alarm).min();
            if let Some(next) = next {
                self.browser.elapsed = self.browser.elapsed.max(next);
            }
            for tab in &mut self.tabs {
                tab.rings(&mut self.browser, &mut self.chance);
            }
            self.spreads();
            self.note();
            if self.tabs.iter().all(Tab::is_quiet) {
                for tab in &mut self.tabs {
                    tab.finds_what_it_knows()?;
                }
                let waits = self.tabs.iter().find(|tab| tab.session.status().waiting.is_some());
                return match waits {
                    Some(tab) => Err(format!("waits for ever: {:?}", tab.session.status())),
                    None => Ok(()),
                };
            }
        }
        self.tell("it does not come to rest");
        Err("it never comes to rest".into())
    }

    /// Every sentence that was said to be kept is in the tab that was opened last.
    fn all_there(&self, when: &str) -> Result<(), String> {
        let tab = self.tabs.last().ok_or("no tab is open")?;
        for (number, record) in &self.kept {
            if !tab.says(*record).contains(&sentence(*number)) {
                let says = tab.says(*record);
                return Err(format!("{when} sentence {number} of {record} is gone; it says: {says}"));
            }
        }
        Ok(())
    }
}
