//! Lists and maps, item by item.

use std::collections::BTreeMap;
use std::str::FromStr;

use serde_json::{Map, Value};

use super::field::{Field, Slot, Understood, read};

/// Reads an item of a list, of which no part is left out: a row with one cell less is another row.
fn item<T: Field>(json: &Value) -> Option<(T, Understood)> {
    let mut item = T::blank();
    let understood = item.read_whole(json);
    (understood != Understood::Nothing).then_some((item, understood))
}

impl<T: Field> Field for Vec<T> {
    fn blank() -> Self {
        Self::new()
    }

    fn read(&mut self, json: &Value) -> Understood {
        let Value::Array(items) = json else {
            return Understood::Nothing;
        };
        let read: Vec<_> = items.iter().filter_map(item::<T>).collect();
        let all = read.len() == items.len() && read.iter().all(|(_, understood)| *understood == Understood::All);
        *self = read.into_iter().map(|(item, _)| item).collect();
        Understood::all_if(all)
    }

    /// Where the places of items mean something, the others would move up into the place of one that is left out.
    fn read_whole(&mut self, json: &Value) -> Understood {
        let mut list = Self::new();
        let understood = list.read(json);
        if json.as_array().is_none_or(|items| items.len() != list.len()) {
            return Understood::Nothing;
        }
        *self = list;
        understood
    }

    fn write(&self) -> Value {
        self.iter().map(T::write).collect()
    }

    /// What could not be read stays behind what it stood behind. Between the items that are the same at the beginning
    /// and at the end, the first takes the place of the first, and so on.
    fn write_over(&self, kept: &Value) -> Value {
        let Value::Array(kept) = kept else {
            return self.write();
        };
        let was: Vec<Option<T>> = kept.iter().map(|json| Some(item(json)?.0)).collect();
        let known: Vec<&T> = was.iter().flatten().collect();
        let same = |(was, now): &(&&T, &T)| **was == *now;
        let before = known.iter().zip(self).take_while(same).count();
        let most = known.len().min(self.len()) - before;
        let after = known
            .iter()
            .rev()
            .zip(self.iter().rev())
            .take_while(same)
            .count()
            .min(most);
        let (first_after, end) = (known.len() - after, self.len() - after);
        let mut now = self.iter().enumerate().peekable();
        let (mut written, mut at) = (Vec::with_capacity(kept.len()), 0);
        for (json, was) in kept.iter().zip(&was) {
            if was.is_none() {
                written.push(json.clone());
                continue;
            }
            if at == first_after {
                written.extend(
                    std::iter::from_fn(|| now.next_if(|(place, _)| *place < end)).map(|(_, item)| item.write()),
                );
            }
            let here = |place: &usize| (at >= first_after) || *place < end;
            if let Some((_, item)) = now.next_if(|(place, _)| here(place)) {
                written.push(item.put_over(json, true).unwrap_or_else(|| json.clone()));
            }
            at += 1;
        }
        written.extend(now.map(|(_, item)| item.write()));
        Value::Array(written)
    }
}

impl<K: Ord + FromStr + ToString, T: Field> Field for BTreeMap<K, T> {
    fn blank() -> Self {
        Self::new()
    }

    fn read(&mut self, json: &Value) -> Understood {
        let Value::Object(fields) = json else {
            return Understood::Nothing;
        };
        self.clear();
        let mut all = true;
        for (name, json) in fields {
            let item = name.parse().ok().and_then(|name| Some((name, read(json)?)));
            all &= matches!(item, Some((_, (_, Understood::All))));
            self.extend(item.map(|(name, (item, _))| (name, item)));
        }
        Understood::all_if(all)
    }

    fn write(&self) -> Value {
        let fields = self.iter().map(|(name, item)| (name.to_string(), item.write()));
        Value::Object(fields.collect())
    }

    fn write_over(&self, kept: &Value) -> Value {
        let Value::Object(kept) = kept else {
            return self.write();
        };
        let known = |name: &String, json: &Value| name.parse::<K>().is_ok() && read::<T>(json).is_some();
        let (was, mut fields): (Map<_, _>, Map<_, _>) =
            kept.clone().into_iter().partition(|(name, json)| known(name, json));
        for (name, item) in self {
            let name = name.to_string();
            let json = match was.get(&name) {
                Some(json) => item.put_over(json, false).unwrap_or_else(|| json.clone()),
                None => item.write(),
            };
            fields.insert(name, json);
        }
        Value::Object(fields)
    }
}
