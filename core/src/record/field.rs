//! How a field is read and written, so that nothing which is not understood gets lost.
//!
//! Reading is by item: of a list, a map or a part each item stands for itself, and one that cannot be read leaves its
//! neighbours as they are. What was not understood, or would be written in another way, the record keeps as it stood;
//! it goes out again byte for byte until somebody changes that very thing.

use std::fmt::Display;
use std::str::FromStr;

use serde_json::{Map, Value};

use crate::id::{BlobId, RecordId, RevisionId};
use crate::time::{Date, Timestamp};

/// How much of a JSON value was understood.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Understood {
    /// All of it: what was read is written as the same JSON.
    All,
    /// What it means, or some of it; written anew it would be other JSON.
    Some,
    /// Nothing.
    Nothing,
}

impl Understood {
    /// `All` where this holds, `Some` where it does not.
    pub(super) fn all_if(all: bool) -> Self {
        if all { Self::All } else { Self::Some }
    }

    /// Of two values together.
    pub(super) fn and(self, other: Self) -> Self {
        Self::all_if(self == Self::All && other == Self::All)
    }
}

/// What a field can hold.
pub(crate) trait Field: Sized + PartialEq {
    /// What it holds where nothing is said.
    fn blank() -> Self;

    /// What stands for a value nobody here understands.
    fn unread() -> Self {
        Self::blank()
    }

    /// Reads a value. Of one that is not understood at all it stays as it is.
    fn read(&mut self, json: &Value) -> Understood;

    /// Reads a value of which a part would be another value: a row of a table, the ends of a range.
    fn read_whole(&mut self, json: &Value) -> Understood {
        self.read(json)
    }

    /// Its JSON.
    fn write(&self) -> Value;

    /// Its JSON where `kept` stood before it was changed. Items nobody could read stay where they were.
    fn write_over(&self, _kept: &Value) -> Value {
        self.write()
    }
}

/// Reads a value by itself; `None` if it is not understood at all.
pub(super) fn read<T: Field>(json: &Value) -> Option<(T, Understood)> {
    let mut value = T::blank();
    let understood = value.read(json);
    (understood != Understood::Nothing).then_some((value, understood))
}

/// A field as its record reads and writes it, of whatever type: so that this is compiled once and not once a record.
pub(super) trait Slot {
    /// Whether it says nothing.
    fn is_blank(&self) -> bool;

    /// Takes over what a value says.
    fn take(&mut self, json: &Value, whole: bool) -> Understood;

    /// Its JSON.
    fn put(&self) -> Value;

    /// Its JSON where `kept` stands; `None` if it still says what was read there.
    fn put_over(&self, kept: &Value, whole: bool) -> Option<Value>;
}

impl<T: Field> Slot for T {
    fn is_blank(&self) -> bool {
        *self == T::blank()
    }

    fn take(&mut self, json: &Value, whole: bool) -> Understood {
        *self = T::blank();
        let understood = if whole { self.read_whole(json) } else { self.read(json) };
        if understood == Understood::Nothing {
            *self = T::unread();
        }
        understood
    }

    fn put(&self) -> Value {
        self.write()
    }

    fn put_over(&self, kept: &Value, whole: bool) -> Option<Value> {
        let mut was = T::blank();
        was.take(kept, whole);
        (was != *self).then(|| self.write_over(kept))
    }
}

/// Declares fields that are one value each, with one spelling: how they are read, and how they are written.
macro_rules! values {
    ($($type:ty: $blank:expr, $read:expr, $write:expr;)*) => {$(
        impl Field for $type {
            fn blank() -> Self {
                $blank
            }

            fn read(&mut self, json: &Value) -> Understood {
                let read: fn(&Value) -> Option<Self> = $read;
                read(json).map_or(Understood::Nothing, |value| {
                    *self = value;
                    Understood::All
                })
            }

            fn write(&self) -> Value {
                let write: fn(&Self) -> Value = $write;
                write(self)
            }
        }
    )*};
}

values! {
    String: Self::new(), |json| json.as_str().map(str::to_owned), |text| Value::String(text.clone());
    bool: false, Value::as_bool, |it| Value::Bool(*it);
    u8: 0, |json| json.as_u64()?.try_into().ok(), |number| Value::from(*number);
    u32: 0, |json| json.as_u64()?.try_into().ok(), |number| Value::from(*number);
    u64: 0, Value::as_u64, |number| Value::from(*number);
    i32: 0, |json| json.as_i64()?.try_into().ok(), |number| Value::from(*number);
    Map<String, Value>: Self::new(), |json| json.as_object().cloned(), |fields| Value::Object(fields.clone());
    // Nobody's and no file's: a part with one is never made, see `needed` in `declare.rs`.
    RecordId: Self::from_bytes([0; 16]), parsed, spelled;
    RevisionId: Self::from_bytes([0; 32]), parsed, spelled;
    BlobId: Self::from_bytes([0; 32]), parsed, spelled;
    Date: Timestamp::default().date(), parsed, spelled;
    Timestamp: Self::default(), moment, |at| vec![Value::from(at.millis()), at.offset().into()].into();
}

fn parsed<T: FromStr>(json: &Value) -> Option<T> {
    json.as_str()?.parse().ok()
}

fn spelled<T: Display>(value: &T) -> Value {
    Value::String(value.to_string())
}

fn moment(json: &Value) -> Option<Timestamp> {
    let [millis, offset] = json.as_array()?.as_slice() else {
        return None;
    };
    Some(Timestamp::new(millis.as_i64()?, offset.as_i64()?.try_into().ok()?))
}

impl Field for f64 {
    fn blank() -> Self {
        0.0
    }

    /// A whole number is one as well, but is written with a point.
    fn read(&mut self, json: &Value) -> Understood {
        json.as_f64().map_or(Understood::Nothing, |number| {
            *self = number;
            Understood::all_if(json.is_f64())
        })
    }

    fn write(&self) -> Value {
        Value::from(*self)
    }
}

/// A pair is one value: half of a range, or of what was measured twice, would be another.
impl<A: Field, B: Field> Field for (A, B) {
    fn blank() -> Self {
        (A::blank(), B::blank())
    }

    fn read(&mut self, json: &Value) -> Understood {
        let Some([first, second]) = json.as_array().map(Vec::as_slice) else {
            return Understood::Nothing;
        };
        match (read(first), read(second)) {
            (Some((first, a)), Some((second, b))) => {
                *self = (first, second);
                a.and(b)
            }
            _ => Understood::Nothing,
        }
    }

    fn write(&self) -> Value {
        vec![self.0.write(), self.1.write()].into()
    }
}

/// What says nothing is not written at all, except as an item.
impl<T: Field> Field for Option<T> {
    fn blank() -> Self {
        None
    }

    fn read(&mut self, json: &Value) -> Understood {
        if json.is_null() {
            *self = None;
            return Understood::All;
        }
        read(json).map_or(Understood::Nothing, |(value, understood)| {
            *self = Some(value);
            understood
        })
    }

    fn write(&self) -> Value {
        self.as_ref().map_or(Value::Null, T::write)
    }

    fn write_over(&self, kept: &Value) -> Value {
        self.as_ref().map_or(Value::Null, |value| value.write_over(kept))
    }
}
