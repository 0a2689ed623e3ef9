import { describe, expect, it } from 'vitest';
import { readAuthorization, signatureOf } from './s3-signature.ts';

// The worked examples of the Amazon S3 API Reference, with the key pair given there.
const secret = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY';
const host = 'examplebucket.s3.amazonaws.com';
const empty = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
const at = '20130524T000000Z';

describe('the signatures of the published examples', () => {
  it.each([
    [
      'GET object',
      '/test.txt',
      { host, range: 'bytes=0-9', 'x-amz-content-sha256': empty, 'x-amz-date': at },
      'f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41',
    ],
    [
      'GET bucket lifecycle',
      '/?lifecycle=',
      { host, 'x-amz-content-sha256': empty, 'x-amz-date': at },
      'fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543',
    ],
    [
      'GET bucket (list objects)',
      '/?max-keys=2&prefix=J',
      { host, 'x-amz-content-sha256': empty, 'x-amz-date': at },
      '34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7',
    ],
  ])('%s', (_, target, headers, expected) => {
    const authorization = {
      accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
      date: '20130524',
      region: 'us-east-1',
      signedHeaders: Object.keys(headers).sort(),
    };
    expect(signatureOf({ method: 'GET', target, headers }, authorization, secret)).toBe(expected);
    expect(signatureOf({ method: 'GET', target, headers }, authorization, `${secret}x`)).not.toBe(expected);
  });
});

it('takes the header apart', () => {
  const header = `AWS4-HMAC-SHA256 Credential=AKIA/20130524/us-east-1/s3/aws4_request, SignedHeaders=host;x-amz-date, Signature=${'0'.repeat(64)}`;
  expect(readAuthorization(header)).toEqual({
    accessKeyId: 'AKIA',
    date: '20130524',
    region: 'us-east-1',
    signedHeaders: ['host', 'x-amz-date'],
    signature: '0'.repeat(64),
  });
  expect(readAuthorization('Basic abc')).toBeNull();
  expect(readAuthorization(header.replace('/s3/', '/ec2/'))).toBeNull();
});
