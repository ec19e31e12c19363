import {
  calibration,
  calibrationError,
  coverageAt,
  coverageCurve,
} from '../../src/evaluation/curve';

const RANKED = [
  { confidence: 0.9, right: true },
  { confidence: 0.8, right: true },
  { confidence: 0.7, right: false },
  { confidence: 0.6, right: true },
];

test('the curve goes from the most confident question to all of them', () => {
  const curve = coverageCurve(RANKED);
  expect(curve.map(({ coverage }) => coverage)).toEqual([0.25, 0.5, 0.75, 1]);
  expect(curve.map(({ wrong }) => wrong)).toEqual([0, 0, 1 / 3, 0.25]);
});

test('coverage is the largest share whose error stays within the bound', () => {
  const curve = coverageCurve(RANKED);
  expect(coverageAt(curve, 0.01)).toBe(0.5);
  expect(coverageAt(curve, 0.25)).toBe(1);
  expect(coverageAt(coverageCurve([{ confidence: 0.9, right: false }]), 0.05)).toBe(0);
});

test('a bin that is as right as it is sure has no calibration error', () => {
  const sure = Array.from({ length: 10 }, (_, i) => ({ confidence: 0.75, right: i < 7 }));
  const bins = calibration(sure);
  expect(bins).toEqual([
    { from: 0.7, to: 0.8, n: 10, confidence: expect.closeTo(0.75), accuracy: 0.7 },
  ]);
  expect(calibrationError(bins)).toBeCloseTo(0.05);
});

test('a confidence of one falls into the last bin', () => {
  expect(calibration([{ confidence: 1, right: true }])).toMatchObject([{ from: 0.9, n: 1 }]);
});
