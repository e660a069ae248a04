//! What stands for a community without a logo: its initial on its accent, drawn from strokes, so that no font is needed
//! and every icon is sharp. A name that begins with no Latin letter has an alcove instead, a snug.

use super::logo::encode;
use image::{Rgba, RgbaImage};
use snug_domain::colour::Colour;
use snug_domain::face::{Icon, ON_ACCENT};

/// Counts up when the same initial is drawn otherwise: the name of a picture says what is in it.
pub(super) const DRAWING: u32 = 1;

type Point = (f64, f64);

/// A part of a letter, in a box of 4 by 6.
enum Stroke {
    /// From point to point.
    Line(&'static [Point]),
    /// Around a centre, with two radii, from one angle to another; 90 degrees points down.
    Arc(Point, Point, f64, f64),
}

use Stroke::{Arc, Line};

/// As PNG.
pub(super) fn draw(letter: Option<char>, colour: Colour, icon: Icon) -> anyhow::Result<Vec<u8>> {
    let edge = f64::from(icon.edge());
    // A shape of its own may cut a maskable icon down to a circle of four fifths.
    let unit = edge * if icon == Icon::Maskable { 0.072 } else { 0.092 };
    let lines: Vec<(Point, Point)> = segments(strokes(letter));
    let placed = |(x, y): Point| (edge / 2.0 + (x - 2.0) * unit, edge / 2.0 + (y - 3.0) * unit);
    let lines: Vec<(Point, Point)> = lines.into_iter().map(|(from, to)| (placed(from), placed(to))).collect();
    let corner = if icon.is_filled() { 0.0 } else { edge * 0.22 };
    let picture = RgbaImage::from_fn(icon.edge(), icon.edge(), |x, y| {
        let point = (f64::from(x) + 0.5, f64::from(y) + 0.5);
        let near = lines.iter().map(|line| distance(point, *line)).fold(f64::MAX, f64::min);
        let ink = covered(near - unit * 0.48);
        let ground = if icon.is_filled() { 1.0 } else { covered(outside(point, edge, corner)) };
        let mixed = |ground: u8, ink_colour: u8| f64::from(ground) * (1.0 - ink) + f64::from(ink_colour) * ink;
        Rgba([
            byte(mixed(colour.red, ON_ACCENT.red)),
            byte(mixed(colour.green, ON_ACCENT.green)),
            byte(mixed(colour.blue, ON_ACCENT.blue)),
            byte(ground * 255.0),
        ])
    });
    Ok(encode(&picture)?)
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it is from 0 to 255")]
fn byte(value: f64) -> u8 {
    value.round().clamp(0.0, 255.0) as u8
}

/// The covered share of a pixel whose middle lies so far outside.
fn covered(outside: f64) -> f64 {
    (0.5 - outside).clamp(0.0, 1.0)
}

/// The distance of a point from a square with round corners.
fn outside((x, y): Point, edge: f64, corner: f64) -> f64 {
    let half = edge / 2.0;
    let (x, y) = ((x - half).abs() - half + corner, (y - half).abs() - half + corner);
    x.max(0.0).hypot(y.max(0.0)) + x.max(y).min(0.0) - corner
}

fn distance((x, y): Point, ((x1, y1), (x2, y2)): (Point, Point)) -> f64 {
    let (width, height) = (x2 - x1, y2 - y1);
    let square = width * width + height * height;
    let along = if square > 0.0 { (((x - x1) * width + (y - y1) * height) / square).clamp(0.0, 1.0) } else { 0.0 };
    (x - x1 - along * width).hypot(y - y1 - along * height)
}

fn segments(strokes: &[Stroke]) -> Vec<(Point, Point)> {
    const STEPS: u32 = 20;
    let mut lines = Vec::new();
    for stroke in strokes {
        let points: Vec<Point> = match stroke {
            Line(points) => points.to_vec(),
            Arc((x, y), (width, height), from, to) => (0..=STEPS)
                .map(|step| (from + (to - from) * f64::from(step) / f64::from(STEPS)).to_radians())
                .map(|angle| (x + width * angle.cos(), y + height * angle.sin()))
                .collect(),
        };
        lines.extend(points.iter().copied().zip(points.iter().copied().skip(1)));
    }
    lines
}

/// The strokes of a letter; an alcove for anything else.
fn strokes(letter: Option<char>) -> &'static [Stroke] {
    match letter {
        Some('A') => &[Line(&[(0.0, 6.0), (2.0, 0.0), (4.0, 6.0)]), Line(&[(0.7, 4.0), (3.3, 4.0)])],
        Some('B') => &[
            Line(&[(2.2, 0.0), (0.4, 0.0), (0.4, 6.0), (2.3, 6.0)]),
            Line(&[(0.4, 2.9), (2.3, 2.9)]),
            Arc((2.2, 1.45), (1.4, 1.45), -90.0, 90.0),
            Arc((2.3, 4.45), (1.5, 1.55), -90.0, 90.0),
        ],
        Some('C') => &[Arc((2.3, 3.0), (2.1, 3.0), 48.0, 312.0)],
        Some('D') => {
            &[Line(&[(1.5, 6.0), (0.3, 6.0), (0.3, 0.0), (1.5, 0.0)]), Arc((1.5, 3.0), (2.3, 3.0), -90.0, 90.0)]
        }
        Some('E') => &[Line(&[(3.6, 0.0), (0.6, 0.0), (0.6, 6.0), (3.6, 6.0)]), Line(&[(0.6, 2.9), (3.1, 2.9)])],
        Some('F') => &[Line(&[(3.6, 0.0), (0.6, 0.0), (0.6, 6.0)]), Line(&[(0.6, 2.9), (3.1, 2.9)])],
        Some('G') => &[Arc((2.1, 3.0), (2.1, 3.0), 0.0, 312.0), Line(&[(2.5, 3.0), (4.2, 3.0)])],
        Some('H') => {
            &[Line(&[(0.2, 0.0), (0.2, 6.0)]), Line(&[(3.8, 0.0), (3.8, 6.0)]), Line(&[(0.2, 3.0), (3.8, 3.0)])]
        }
        Some('I') => &[Line(&[(2.0, 0.0), (2.0, 6.0)])],
        Some('J') => &[Line(&[(3.3, 0.0), (3.3, 4.3)]), Arc((1.8, 4.3), (1.5, 1.7), 0.0, 165.0)],
        Some('K') => {
            &[Line(&[(0.4, 0.0), (0.4, 6.0)]), Line(&[(3.8, 0.0), (0.4, 3.5)]), Line(&[(1.6, 2.3), (4.0, 6.0)])]
        }
        Some('L') => &[Line(&[(0.7, 0.0), (0.7, 6.0), (3.6, 6.0)])],
        Some('M') => &[Line(&[(-0.2, 6.0), (-0.2, 0.0), (2.0, 3.6), (4.2, 0.0), (4.2, 6.0)])],
        Some('N') => &[Line(&[(0.2, 6.0), (0.2, 0.0), (3.8, 6.0), (3.8, 0.0)])],
        Some('O') => &[Arc((2.0, 3.0), (2.2, 3.0), 0.0, 360.0)],
        Some('P') => &[
            Line(&[(2.2, 3.3), (0.5, 3.3), (0.5, 0.0), (2.2, 0.0)]),
            Line(&[(0.5, 3.3), (0.5, 6.0)]),
            Arc((2.2, 1.65), (1.6, 1.65), -90.0, 90.0),
        ],
        Some('Q') => &[Arc((2.0, 3.0), (2.2, 3.0), 0.0, 360.0), Line(&[(2.6, 4.5), (4.1, 6.2)])],
        Some('R') => &[
            Line(&[(2.2, 3.3), (0.5, 3.3), (0.5, 0.0), (2.2, 0.0)]),
            Line(&[(0.5, 3.3), (0.5, 6.0)]),
            Line(&[(2.0, 3.3), (3.9, 6.0)]),
            Arc((2.2, 1.65), (1.6, 1.65), -90.0, 90.0),
        ],
        Some('S') => &[Arc((2.0, 1.5), (1.7, 1.5), -30.0, -270.0), Arc((2.0, 4.5), (1.8, 1.5), -90.0, 150.0)],
        Some('T') => &[Line(&[(0.0, 0.0), (4.0, 0.0)]), Line(&[(2.0, 0.0), (2.0, 6.0)])],
        Some('U') => {
            &[Line(&[(0.2, 0.0), (0.2, 4.1)]), Arc((2.0, 4.1), (1.8, 1.9), 180.0, 0.0), Line(&[(3.8, 4.1), (3.8, 0.0)])]
        }
        Some('V') => &[Line(&[(0.0, 0.0), (2.0, 6.0), (4.0, 0.0)])],
        Some('W') => &[Line(&[(-0.7, 0.0), (0.7, 6.0), (2.0, 1.4), (3.3, 6.0), (4.7, 0.0)])],
        Some('X') => &[Line(&[(0.2, 0.0), (3.8, 6.0)]), Line(&[(3.8, 0.0), (0.2, 6.0)])],
        Some('Y') => &[Line(&[(0.0, 0.0), (2.0, 3.1), (4.0, 0.0)]), Line(&[(2.0, 3.1), (2.0, 6.0)])],
        Some('Z') => &[Line(&[(0.3, 0.0), (3.7, 0.0), (0.3, 6.0), (3.7, 6.0)])],
        _ => &[
            Line(&[(0.0, 6.0), (0.0, 2.0)]),
            Arc((2.0, 2.0), (2.0, 2.0), 180.0, 360.0),
            Line(&[(4.0, 2.0), (4.0, 6.0)]),
            Line(&[(0.0, 4.4), (4.0, 4.4)]),
        ],
    }
}

#[cfg(test)]
mod tests {
    use super::draw;
    use image::RgbaImage;
    use snug_domain::face::{Accent, Icon, ON_ACCENT};
    use std::collections::HashSet;

    fn drawn(letter: Option<char>, icon: Icon) -> RgbaImage {
        let png = draw(letter, Accent::SNUG.colour(), icon).unwrap();
        image::load_from_memory(&png).unwrap().into_rgba8()
    }

    #[test]
    fn every_letter_is_drawn_otherwise_and_within_its_square() {
        let letters = ('A'..='Z').map(Some).chain([None]);
        let drawn: HashSet<Vec<u8>> = letters
            .map(|letter| {
                let icon = drawn(letter, Icon::Small);
                let is_ink = |x, y| icon.get_pixel(x, y).0.starts_with(&[ON_ACCENT.red, ON_ACCENT.green]);
                let ink = (0..48).flat_map(|x| (0..48).map(move |y| (x, y))).filter(|(x, y)| is_ink(*x, *y)).count();
                assert!((60..900).contains(&ink), "{letter:?} has {ink} pixels of ink");
                let edge = (0..48).filter(|at| is_ink(*at, 2) || is_ink(*at, 45) || is_ink(2, *at) || is_ink(45, *at));
                assert_eq!(edge.count(), 0, "{letter:?} keeps away from the edge");
                icon.into_raw()
            })
            .collect();
        assert_eq!(drawn.len(), 27);
    }

    #[test]
    fn what_fills_its_square_has_no_transparent_corner() {
        for icon in [Icon::Small, Icon::Touch] {
            let [.., opacity] = drawn(Some('R'), icon).get_pixel(0, 0).0;
            assert_eq!(opacity, if icon.is_filled() { 255 } else { 0 }, "{icon:?}");
        }
    }
}
