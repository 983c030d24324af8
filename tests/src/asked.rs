//! Questions of a survey with typed counts.

use luoxuan::record::{Choice, Item, ItemKind};

/// A question of a kind whose options were chosen so often. The points of a scale go by their scores and have no words.
pub fn counted(sort: ItemKind, counts: &[(&str, u32)]) -> Item {
    let choice = |((text, count), place): (&(&str, u32), u32)| {
        let scale = sort.points().map(|points| points - place);
        let choice = Choice {
            text: if scale.is_some() { String::new() } else { (*text).into() },
            count: Some(*count),
            place,
            ..Choice::default()
        };
        (scale.unwrap_or(place).to_string(), choice)
    };
    Item {
        sort,
        choices: counts.iter().zip(0..).map(choice).collect(),
        ..Item::default()
    }
}
