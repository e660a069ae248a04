use serde::de::{Error, Unexpected, Visitor};
use serde::{Deserialize, Deserializer};
use std::fmt::{self, Formatter};

/// The number of an entry or of a change. Programs that know no integers write `7.0`, which JSON
/// Schema takes for one.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Number(pub i64);

impl Number {
    /// The largest that every program reads as it was written (RFC 8259, section 6).
    pub(crate) const LARGEST: i64 = 9_007_199_254_740_991;
}

impl<'de> Deserialize<'de> for Number {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_i64(NumberVisitor)
    }
}

struct NumberVisitor;

impl Visitor<'_> for NumberVisitor {
    type Value = Number;

    fn expecting(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        write!(formatter, "a whole number from 0 to {}", Number::LARGEST)
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<Number, E> {
        if (0..=Number::LARGEST).contains(&number) {
            Ok(Number(number))
        } else {
            Err(E::invalid_value(Unexpected::Signed(number), &self))
        }
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Number, E> {
        match i64::try_from(number) {
            Ok(number) => self.visit_i64(number),
            Err(_) => Err(E::invalid_value(Unexpected::Unsigned(number), &self)),
        }
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<Number, E> {
        // Within the range every whole number has one way to be written.
        match format!("{number:.0}").parse() {
            Ok(whole) if number.fract() == 0.0 => self.visit_i64(whole),
            _ => Err(E::invalid_value(Unexpected::Float(number), &self)),
        }
    }
}
