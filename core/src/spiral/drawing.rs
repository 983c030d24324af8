//! The spiral as a picture: pure geometry, for whoever draws it.

use std::collections::BTreeMap;
use std::f64::consts::TAU;

use super::turns::{Turn, TurnState};
use crate::id::RecordId;
use crate::record::{Entry, Fate, Phase};

/// The phases in the order they lie along a loop.
const ALONG: [Phase; 6] = [
    Phase::Problem,
    Phase::Action,
    Phase::Observation,
    Phase::Reflection,
    Phase::NewProblem,
    Phase::Note,
];

/// Where the first loop begins, and how far apart loops are, in the drawing's units.
const INNER: f64 = 16.0;
const APART: f64 = 26.0;
/// Part of a phase's share of the loop left free, so that arcs do not touch.
const GAP: f64 = 0.09;

/// One phase of one turn, as a stretch of the spiral.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct TurnArc {
    /// The turn's number.
    pub turn: u32,
    /// The phase.
    pub phase: Phase,
    /// SVG path data.
    pub path: String,
}

/// One entry, as a dot on its phase's arc.
#[derive(Debug, Clone, PartialEq)]
pub struct Dot {
    /// The entry.
    pub entry: RecordId,
    /// The turn's number.
    pub turn: u32,
    /// Its phase.
    pub phase: Phase,
    /// Distance from the left edge.
    pub x: f64,
    /// Distance from the top.
    pub y: f64,
    /// Radius.
    pub r: f64,
    /// Whether it is the last thing written.
    pub last: bool,
    /// The spiral that branched off here.
    pub branch: Option<RecordId>,
}

/// A spiral, drawn: one loop a turn, an arc a phase, a dot an entry, the open end dotted.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Drawing {
    /// Side of the square it fits in.
    pub side: f64,
    /// The arcs, from the inside out.
    pub arcs: Vec<TurnArc>,
    /// The dots, in the order of the turns and of their entries.
    pub dots: Vec<Dot>,
    /// Path data of the way still open; `None` once the last turn is closed.
    pub tail: Option<String>,
    /// Path data of a small spiral at each branch.
    pub branches: Vec<(RecordId, String)>,
}

/// A place on the spiral: `at` counts loops from the centre.
fn point(at: f64, centre: f64) -> (f64, f64) {
    let radius = INNER + APART * at;
    // Begins at the top and goes with the clock.
    let angle = at * TAU - TAU / 4.0;
    (centre + radius * angle.cos(), centre + radius * angle.sin())
}

fn stretch(from: f64, to: f64, centre: f64) -> String {
    let mut path = String::new();
    // One piece for each 7 degrees or so: smooth at any size a page shows.
    let pieces = ((to - from) * 52.0).ceil().max(1.0);
    let mut piece = 0.0;
    while piece <= pieces {
        let (x, y) = point(from + (to - from) * piece / pieces, centre);
        path.push_str(&format!("{}{x:.1} {y:.1}", if path.is_empty() { "M" } else { "L" }));
        piece += 1.0;
    }
    path
}

/// Draws the turns of one spiral. The same turns give the same picture, to the last digit.
///
/// ```
/// use luoxuan::spiral::{draw, turns};
/// use luoxuan::{Entry, Phase, RecordId};
/// let problem = Entry { phase: Phase::Problem, body: "不知道还能写什么".into(), ..Entry::default() };
/// let id = RecordId::from_bytes([1; 16]);
/// let drawing = draw(&turns([(id, &problem)]), |_| Some(&problem));
/// assert_eq!(drawing.dots.len(), 1);
/// assert!(drawing.tail.is_some(), "the way is open");
/// ```
pub fn draw<'e>(turns: &[Turn], entry: impl Fn(RecordId) -> Option<&'e Entry>) -> Drawing {
    let loops = u32::try_from(turns.len()).unwrap_or(u32::MAX).max(1);
    // A single loop is not blown up: the second will need the room.
    let centre = INNER + APART * f64::from(loops.max(2)) + 14.0;
    let mut drawing = Drawing {
        side: centre * 2.0,
        ..Drawing::default()
    };
    let last = turns.iter().rev().find_map(|turn| turn.entries.last().copied());
    let mut end = 0.0;
    for (turn, start) in turns.iter().zip((0_u32..).map(f64::from)) {
        let mut by_phase: BTreeMap<usize, Vec<(RecordId, &Entry)>> = BTreeMap::new();
        for id in &turn.entries {
            if let Some(found) = entry(*id) {
                let place = ALONG
                    .iter()
                    .position(|phase| *phase == found.phase)
                    .unwrap_or(ALONG.len() - 1);
                by_phase.entry(place).or_default().push((*id, found));
            }
        }
        // The problem handed on from the turn before opens this loop, even before anything is written in it.
        if turn.problem.is_some() {
            by_phase.entry(0).or_default();
        }
        // A turn has at least its four named phases; one that is not there yet keeps its room.
        let extra = by_phase
            .keys()
            .filter(|place| matches!(ALONG.get(**place), Some(Phase::Observation | Phase::Note)));
        let slots = f64::from(4 + u32::try_from(extra.count()).unwrap_or(0));
        let mut slot = 0.0;
        for (place, phase) in ALONG.iter().enumerate() {
            let optional = matches!(phase, Phase::Observation | Phase::Note);
            let Some(members) = by_phase.get(&place) else {
                slot += f64::from(u8::from(!optional));
                continue;
            };
            let (from, to) = (start + (slot + GAP) / slots, start + (slot + 1.0 - GAP) / slots);
            drawing.arcs.push(TurnArc {
                turn: turn.number,
                phase: *phase,
                path: stretch(from, to, centre),
            });
            dots(&mut drawing, turn.number, *phase, members, (from, to), centre, last);
            slot += 1.0;
            end = to;
        }
        if Some(turn.number) == turns.last().map(|turn| turn.number) {
            let whole = start + 1.0;
            let open = turn.state != TurnState::Closed && end + 0.02 < whole;
            drawing.tail = open.then(|| stretch(end + 0.03, whole, centre));
        }
    }
    drawing
}

#[allow(clippy::too_many_arguments)] // One caller, which has all of these at hand.
fn dots(
    drawing: &mut Drawing,
    turn: u32,
    phase: Phase,
    members: &[(RecordId, &Entry)],
    (from, to): (f64, f64),
    centre: f64,
    last: Option<RecordId>,
) {
    let count = f64::from(u32::try_from(members.len()).unwrap_or(u32::MAX));
    let length = (to - from) * TAU * (INNER + APART * from);
    let r = (length / count.max(1.0) / 2.2).clamp(1.4, 6.0);
    for ((id, entry), number) in members.iter().zip((0_u32..).map(f64::from)) {
        let (x, y) = point(from + (to - from) * (number + 0.5) / count, centre);
        let branch = entry.leads_to.filter(|_| entry.fate == Fate::OwnSpiral);
        if let Some(spiral) = branch {
            drawing.branches.push((spiral, small_spiral(x, y, centre)));
        }
        drawing.dots.push(Dot {
            entry: *id,
            turn,
            phase,
            x,
            y,
            r,
            last: last == Some(*id),
            branch,
        });
    }
}

/// A spiral of one and a half loops, just outside a dot.
fn small_spiral(x: f64, y: f64, centre: f64) -> String {
    let (dx, dy) = (x - centre, y - centre);
    let length = dx.hypot(dy).max(1.0);
    let (cx, cy) = (x + dx / length * 9.0, y + dy / length * 9.0);
    let mut path = String::new();
    for step in 0..=18_u32 {
        let angle = f64::from(step) / 12.0 * TAU;
        let radius = 0.8 + f64::from(step) * 0.24;
        path.push_str(&format!(
            "{}{:.1} {:.1}",
            if step == 0 { "M" } else { "L" },
            cx + radius * angle.cos(),
            cy + radius * angle.sin()
        ));
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::spiral::turns;
    use crate::time::Date;

    fn journal(turns: u8, per_phase: u8) -> Vec<(RecordId, Entry)> {
        let mut all = Vec::new();
        let mut number = 0_u16;
        for turn in 0..turns {
            for phase in [Phase::Problem, Phase::Action, Phase::Reflection, Phase::NewProblem] {
                for _ in 0..per_phase {
                    number += 1;
                    let mut id = [0; 16];
                    id[..2].copy_from_slice(&number.to_be_bytes());
                    let day = Date::new(2025, 9, 1)
                        .expect("a day")
                        .plus_days(i32::from(turn) * 40 + i32::from(number % 30));
                    all.push((
                        RecordId::from_bytes(id),
                        Entry {
                            phase,
                            happened_on: Some(day),
                            ..Entry::default()
                        },
                    ));
                }
            }
        }
        all
    }

    #[test]
    fn the_way_is_open_until_the_last_turn_is_closed() {
        let mut all = journal(1, 1);
        for (fate, open) in [(Fate::Undecided, true), (Fate::Pool, false)] {
            for (_, entry) in &mut all {
                entry.fate = fate;
            }
            let by_id: BTreeMap<_, _> = all.iter().map(|(id, entry)| (*id, entry)).collect();
            let turns = turns(all.iter().map(|(id, entry)| (*id, entry)));
            let drawing = draw(&turns, |id| by_id.get(&id).copied());
            // After a new problem the loop is full: what is open then is a decision, not a stretch of the way.
            assert!(!open || turns.iter().all(|turn| turn.state == TurnState::Reflecting));
            assert_eq!(drawing.tail.is_some(), open);
        }
    }

    #[test]
    fn every_entry_is_one_dot_inside_the_picture() {
        for (loops, per_phase) in [(0, 0), (1, 1), (3, 1), (12, 4), (1, 50)] {
            let all = journal(loops, per_phase);
            let by_id: BTreeMap<_, _> = all.iter().map(|(id, entry)| (*id, entry)).collect();
            let turns = turns(all.iter().map(|(id, entry)| (*id, entry)));
            let drawing = draw(&turns, |id| by_id.get(&id).copied());
            let mut drawn: Vec<_> = drawing.dots.iter().map(|dot| dot.entry).collect();
            drawn.sort_unstable();
            assert_eq!(drawn, by_id.keys().copied().collect::<Vec<_>>());
            for dot in &drawing.dots {
                assert!(dot.x > dot.r && dot.y > dot.r && dot.x + dot.r < drawing.side && dot.y + dot.r < drawing.side);
            }
            assert_eq!(
                drawing.dots.iter().filter(|dot| dot.last).count(),
                usize::from(!all.is_empty())
            );
            assert_eq!(drawing, draw(&turns, |id| by_id.get(&id).copied()));
        }
    }
}
