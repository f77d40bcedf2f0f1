/** Both category trees and the mapping between them, in the shapes use cases and repositories share. */

/** A category of the channel as the connection's shop sees it. */
export interface ChannelCategoryRecord {
  id: string;
  name: string;
  path: string;
  isLeaf: boolean;
  permission: string;
}

/** A source category that holds products, with what it is mapped to; id "" holds those without one. */
export interface MappedCategory {
  sourceCategoryId: string;
  path: string;
  productCount: number;
  mapping: {
    state: "suggested" | "accepted";
    categoryId: string;
    path: string;
    confidence: number;
  } | null;
}

export interface CategoryMapping {
  sourceCategoryId: string;
  /** Only an accepted mapping takes effect. */
  state: "suggested" | "accepted";
  channelCategoryId: string;
  channelCategoryPath: string;
  /** 0 to 100 for a suggestion; 100 when a person chose. */
  confidence: number;
}
