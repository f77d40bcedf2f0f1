/** What is wrong with what was typed into a field, and the name that confirms a deletion. */
export const field = {
  "field.missing": "Fill this in.",
  "field.notEmail": "This is no e-mail address: it needs a name, an @ and a domain.",
  "field.notUrl": "This is no address of a website: it begins with https://.",
  "field.outside": ({ min, max }: { min: string; max: string }) =>
    max
      ? min
        ? `Enter a number from ${min} to ${max}.`
        : `Enter at most ${max}.`
      : `Enter at least ${min}.`,
  "field.typeName": ({ name }: { name: string }) => `Type “${name}” to confirm`,
  "field.typeDiffers": "The name does not match.",
  "field.wrong": "This cannot be read. Check what you typed.",
};
