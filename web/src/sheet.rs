//! An open record: what a person is typing, on its way to a revision.

use std::sync::Arc;
use std::time::Duration;

use leptos::html::Div;
use leptos::prelude::*;
use leptos::reactive::signal::Trigger;
use luoxuan::{Content, Document, Entry, Evidence, Record, RecordId, Revision, RevisionId, State, Survey, Timestamp};

use crate::browser::clock;
use crate::components::left;
use crate::components::notices::Notices;
use crate::i18n::common as c;
use crate::notebook::Notebook;

/// After this long without a key the draft becomes a revision.
const QUIET: Duration = Duration::from_secs(30);

/// What is written on a sheet, over many keys.
pub trait Written: Record + Send + Sync + 'static {
    /// Whether there is no word of it yet.
    fn is_blank(&self) -> bool;

    /// Notes when it was first written, where that is of interest; `anew` if there was no word of it before.
    fn begin(&mut self, _now: Timestamp, _anew: bool) {}
}

impl Written for Entry {
    fn is_blank(&self) -> bool {
        Self::is_blank(self)
    }

    fn begin(&mut self, now: Timestamp, anew: bool) {
        Self::begin(self, now, anew);
    }
}

impl Written for Document {
    /// Choosing a form is a decision worth keeping.
    fn is_blank(&self) -> bool {
        false
    }
}

impl Written for Evidence {
    /// It is there as soon as somebody has said that there is some.
    fn is_blank(&self) -> bool {
        false
    }
}

impl Written for Survey {
    fn is_blank(&self) -> bool {
        false
    }
}

/// A record open for writing. The textarea owns its text; this follows it.
pub struct Sheet<R: Written = Entry> {
    /// Which record.
    pub id: RecordId,
    /// Whether a newer version of the app wrote it: then nothing is written on it here.
    pub newer: bool,
    /// Whether it takes the place of one on which the record said something else: then it does not ask for the cursor.
    pub again: bool,
    notebook: Notebook,
    entry: RwSignal<R>,
    ground: Ground,
    timer: StoredValue<Option<TimeoutHandle>>,
}

/// What a sheet stands on.
#[derive(Clone, Copy)]
struct Ground {
    /// The revisions it goes on from.
    base: StoredValue<Vec<RevisionId>>,
    /// Whether something typed on it is not yet a revision.
    dirty: RwSignal<bool>,
    /// Told when the record may have to be looked at again.
    look: Trigger,
}

impl Ground {
    /// Whether something typed on it is on its way.
    fn is_ahead(self) -> bool {
        self.dirty.try_get_untracked() == Some(true)
    }

    /// Whether it goes on from what the record says, or from one of its sides where two places have changed it.
    fn is_there(self, heads: &[Arc<Revision>]) -> bool {
        let there = |base: &Vec<RevisionId>| match base.as_slice() {
            [] => heads.is_empty(),
            base => base.iter().all(|id| heads.iter().any(|head| head.id() == *id)),
        };
        self.base.try_with_value(there) != Some(false)
    }
}

/// Which revision a page shows, and whether the record has gone on from there.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Standing {
    id: RecordId,
    shown: Option<RevisionId>,
    behind: bool,
}

/// After the keyboard has gone from a box to a button, this long until what is shown may change: a button that is drawn
/// anew between the press and the release is not clicked.
const CLICKED: Duration = Duration::from_millis(500);

/// A record open for writing, wherever that is done: the one way to a [`Sheet`]. What `view` draws is what the record says
/// as far as the journal has come, and it is drawn anew when the record says something else: more of the log came, another
/// tab wrote. Not while something typed here is on its way, nor under the cursor while that stands in one of its boxes:
/// then the page says so, and follows when the box is left. Leaving also turns what was typed into a revision.
///
/// `start` gives what a record says that is not there yet; without it `absent` is shown.
pub fn leaf<R: Written>(
    id: RecordId,
    start: impl Fn() -> Option<R> + Send + 'static,
    absent: fn(RecordId) -> AnyView,
    view: impl Fn(Sheet<R>) -> AnyView + Send + 'static,
) -> AnyView {
    let leaf = Leaf::of(Signal::stored(id));
    let drawn = move || {
        let head = leaf.head();
        let again = leaf.open.with_value(Option::is_some);
        match head.as_deref().and_then(read_live).or_else(&start) {
            Some(record) => view(leaf.open(id, head.as_deref(), record, again)),
            None => {
                leaf.open.set_value(None);
                absent(id)
            }
        }
    };
    leaf.around(drawn.into_any())
}

/// The same for records that are begun one after the other, each where the one before stood: `view` is drawn once and
/// follows the sheet. `start` gives what the record of now says while it is not there yet; `begun` hears of each sheet
/// before it is shown, and what it wants cleaned up is, when the sheet is put away.
pub fn leaves<R: Written>(
    id: Signal<RecordId>,
    start: impl Fn() -> R + Send + Sync + 'static,
    begun: impl Fn(Sheet<R>) + Send + Sync + 'static,
    view: impl FnOnce(Memo<Sheet<R>>) -> AnyView,
) -> AnyView {
    let leaf = Leaf::of(id);
    let sheet = move |before: Option<&Sheet<R>>| {
        let (head, id) = (leaf.head(), id.get_untracked());
        let again = before.is_some_and(|before| before.id == id);
        let record = head.as_deref().and_then(read_live);
        let sheet = leaf.open(id, head.as_deref(), record.unwrap_or_else(&start), again);
        untrack(|| begun(sheet));
        sheet
    };
    // Each is another, whatever it says.
    leaf.around(view(Memo::new_with_compare(sheet, |_, _| true)))
}

/// What a living record says.
fn read_live<R: Written>(head: &Revision) -> Option<R> {
    (head.state() == State::Live).then(|| head.content().read()).flatten()
}

/// The place of an open sheet, the same for every kind of record.
#[derive(Clone, Copy)]
struct Leaf {
    notebook: Notebook,
    root: NodeRef<Div>,
    /// Told when the record may have to be looked at again.
    look: Trigger,
    /// What the sheet stands on that is open, and what settles it.
    open: StoredValue<Option<(Ground, Callback<()>)>>,
    /// What is to be shown of which record.
    shown: Memo<(RecordId, Option<RevisionId>)>,
}

impl Leaf {
    fn of(id: Signal<RecordId>) -> Self {
        let notebook = Notebook::here();
        let (root, look, open) = (
            NodeRef::<Div>::new(),
            Trigger::new(),
            StoredValue::new(None::<(Ground, _)>),
        );
        let standing = Memo::new(move |before: Option<&Standing>| {
            look.track();
            let id = id.get();
            let heads = notebook.heads(id);
            let ground = open.with_value(|open| open.map(|(ground, _)| ground));
            let there = ground.is_some_and(|ground| ground.is_there(&heads));
            let stays = ground.is_some_and(|ground| there || ground.is_ahead() || has_cursor(root));
            match before.filter(|before| stays && before.id == id) {
                Some(before) => Standing {
                    behind: !there,
                    ..*before
                },
                None => Standing {
                    id,
                    shown: untrack(|| notebook.head(id)).map(|head| head.id()),
                    behind: false,
                },
            }
        });
        if let Some(notices) = use_context::<Notices>() {
            notices.say_while(
                c::ELSEWHERE,
                // The notices ask in their own time, when the leaf may be gone.
                Signal::derive(move || standing.try_with(|standing| standing.behind) == Some(true)),
            );
        }
        Self {
            notebook,
            root,
            look,
            open,
            shown: Memo::new(move |_| standing.with(|standing| (standing.id, standing.shown))),
        }
    }

    /// The head of the record that is to be shown, tracked.
    fn head(self) -> Option<Arc<Revision>> {
        // Read, not only tracked: a memo that nobody reads never runs and hears nothing.
        let (id, _) = self.shown.get();
        untrack(|| self.notebook.head(id))
    }

    /// Opens a sheet on a head, for as long as what this is called in stands.
    fn open<R: Written>(self, id: RecordId, head: Option<&Revision>, record: R, again: bool) -> Sheet<R> {
        let ground = Ground {
            base: StoredValue::new(head.iter().map(|head| head.id()).collect()),
            dirty: RwSignal::new(false),
            look: self.look,
        };
        let live = head.is_some_and(|head| head.state() == State::Live);
        let sheet = Sheet {
            id,
            newer: live && untrack(|| self.notebook.is_newer(id)),
            again,
            notebook: self.notebook,
            entry: RwSignal::new(record),
            ground,
            timer: StoredValue::new(None),
        };
        sheet.settle_in_time();
        self.open
            .set_value(Some((ground, Callback::new(move |()| sheet.settle()))));
        sheet
    }

    /// What is drawn of a sheet, in its place.
    fn around(self, inside: AnyView) -> AnyView {
        let Self { root, look, open, .. } = self;
        view! {
            <div class="leaf" node_ref=root
                on:focusin=move |_| if !has_cursor(root) { set_timeout(move || look.notify(), CLICKED) }
                on:focusout=move |event| if left(&event) {
                    // A view that is drawn anew loses the focus once more when it is gone already; its sheet has settled.
                    if let Some((_, settle)) = open.try_get_value().flatten() {
                        settle.run(());
                    }
                    look.notify();
                }>
                {inside}
            </div>
        }
        .into_any()
    }
}

/// Whether the cursor stands in a box inside.
fn has_cursor(root: NodeRef<Div>) -> bool {
    let here = document().active_element();
    let here = here.filter(|here| matches!(&*here.tag_name(), "TEXTAREA" | "INPUT" | "SELECT"));
    here.is_some_and(|here| {
        let root = root.try_get_untracked().flatten();
        root.is_some_and(|root| root.contains(Some(&here)))
    })
}

impl<R: Written> Clone for Sheet<R> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<R: Written> Copy for Sheet<R> {}

impl<R: Written> Sheet<R> {
    /// Settles it when the page is hidden, and when the view it was opened for goes away.
    fn settle_in_time(self) {
        let hidden = window_event_listener(leptos::ev::visibilitychange, move |_| {
            if document().visibility_state() == web_sys::VisibilityState::Hidden {
                self.settle();
            }
        });
        on_cleanup(move || {
            hidden.remove();
            self.settle();
        });
    }

    /// What it says now, tracked.
    pub fn entry(self) -> R
    where
        R: Clone,
    {
        self.entry.get()
    }

    /// Reads what it says now, tracked.
    pub fn with<T>(self, read: impl FnOnce(&R) -> T) -> T {
        self.entry.with(read)
    }

    /// Reads what it says now, tracked; `None` once the sheet has been put away.
    pub fn try_with<T>(self, read: impl FnOnce(&R) -> T) -> Option<T> {
        self.entry.try_with(read)
    }

    /// Whether something typed is not yet a revision, tracked.
    pub fn dirty(self) -> bool {
        self.ground.dirty.get()
    }

    /// Changes what it says and hands the draft to the lanes. Nothing, if a newer version of the app wrote it.
    pub fn update(self, change: impl FnOnce(&mut R)) {
        if self.newer {
            return;
        }
        let new = self.ground.base.with_value(Vec::is_empty);
        self.entry.update(|entry| {
            let anew = new && entry.is_blank();
            change(entry);
            entry.begin(clock::now(), anew);
        });
        self.ground.dirty.set(true);
        self.notebook.draft(
            self.id,
            &self.ground.base.get_value(),
            self.entry.with_untracked(|entry| Content::of(entry)),
        );
        let quiet = set_timeout_with_handle(move || self.settle(), QUIET).ok();
        if let Some(earlier) = self
            .timer
            .try_update_value(|timer| std::mem::replace(timer, quiet))
            .flatten()
        {
            earlier.clear();
        }
    }

    /// Changes what surrounds the text: thread, phase, class. Kept with the next word typed, so that a
    /// blank sheet leaves nothing behind.
    pub fn change_quietly(self, change: impl FnOnce(&mut R)) {
        if self.entry.with_untracked(R::is_blank) {
            self.entry.update(change);
        } else {
            self.update(change);
        }
    }

    /// Makes the entry a record even if nothing is typed yet, so that evidence has something to rest on.
    pub fn establish(self) {
        if self.ground.base.with_value(Vec::is_empty) {
            self.entry.update(|entry| {
                let anew = entry.is_blank();
                entry.begin(clock::now(), anew);
            });
            let next = self
                .notebook
                .write_after(self.id, &[], self.entry.with_untracked(|entry| Content::of(entry)));
            self.ground.base.set_value(next);
            self.ground.dirty.set(false);
        } else {
            self.settle();
        }
    }

    /// Whether there is nothing to keep: no word, and nothing rests on it.
    pub fn is_empty(self) -> bool {
        // A sheet that has been put away holds nothing any more.
        self.ground.base.try_with_value(Vec::is_empty).unwrap_or(true)
            && self.entry.try_with_untracked(R::is_blank).unwrap_or(true)
    }

    /// Turns the draft into a revision, if anything was typed since the last one.
    pub fn settle(self) {
        // Called from late callbacks too, when the owner of these signals may be gone.
        if self.ground.dirty.try_get_untracked() != Some(true) {
            return;
        }
        self.ground.dirty.set(false);
        let content = self.entry.with_untracked(|entry| Content::of(entry));
        if self.is_empty() {
            self.notebook.keeper().drop_draft(self.id);
            return;
        }
        let base = self.ground.base.get_value();
        let next = self.notebook.write_after(self.id, &base, content);
        self.ground.base.set_value(next);
        self.ground.look.notify();
    }
}
