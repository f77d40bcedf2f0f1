import type { ChannelSession } from "../channel";
import { listBrands } from "./brands";
import { answerCancelRequest, cancelOrder } from "./cancellations";
import { listCategories, suggestCategory } from "./categories";
import { listAttributes, readRules } from "./category-rules";
import { readContent } from "./content";
import { editListing, updateListing } from "./edits";
import { uploadCertificate } from "./certificates";
import { handOver, readHandover, readPackages, readShippingDocument } from "./handover";
import { examine } from "./health/examine";
import { listListings } from "./listing-pages";
import { findListing, hasListings, readListing } from "./listings";
import { uploadImage } from "./media";
import { readOffers } from "./offers";
import { listPlaced, pollOrders, readOrders } from "./orders";
import {
  listDeliveryOptions,
  listShippingProviders,
  shipOrder,
  shipPackage,
  updateTracking,
} from "./packages";
import {
  createManufacturer,
  createResponsiblePerson,
  listManufacturers,
  listResponsiblePersons,
} from "./parties";
import {
  activateListings,
  checkListing,
  createListing,
  deactivateListings,
  deleteListings,
} from "./products";
import type { Session } from "./request";
import { listShops, listWarehouses, readPrerequisites } from "./shops";
import { listReturned, readReturns } from "./returns";
import { setPrices, setQuantities } from "./stock";
import { registerWebhooks } from "./subscriptions";

/** The port's calls, each in the file that knows its wire format. */
export function openSession(session: Session): ChannelSession {
  return {
    listShops: () => listShops(session),
    listCategories: () => listCategories(session),
    suggestCategory: (...given) => suggestCategory(session, ...given),
    listAttributes: (...given) => listAttributes(session, ...given),
    listBrands: (...given) => listBrands(session, ...given),
    readRules: (...given) => readRules(session, ...given),
    readPrerequisites: () => readPrerequisites(session),
    listWarehouses: () => listWarehouses(session),
    uploadImage: (...given) => uploadImage(session, ...given),
    uploadCertificate: (...given) => uploadCertificate(session, ...given),
    listManufacturers: (...given) => listManufacturers(session, ...given),
    createManufacturer: (...given) => createManufacturer(session, ...given),
    listResponsiblePersons: (...given) => listResponsiblePersons(session, ...given),
    createResponsiblePerson: (...given) => createResponsiblePerson(session, ...given),
    checkListing: (...given) => checkListing(session, ...given),
    createListing: (...given) => createListing(session, ...given),
    updateListing: (...given) => updateListing(session, ...given),
    editListing: (id, change) => editListing(session, id, change),
    readContent: (...given) => readContent(session, ...given),
    readListing: (...given) => readListing(session, ...given),
    listListings: (...given) => listListings(session, ...given),
    findListing: (...given) => findListing(session, ...given),
    hasListings: () => hasListings(session),
    activateListings: (...given) => activateListings(session, ...given),
    deactivateListings: (...given) => deactivateListings(session, ...given),
    deleteListings: (...given) => deleteListings(session, ...given),
    readOffers: (asked) => readOffers(session, asked),
    setQuantities: (...given) => setQuantities(session, ...given),
    setPrices: (...given) => setPrices(session, ...given),
    pollOrders: (...given) => pollOrders(session, ...given),
    listPlaced: (...given) => listPlaced(session, ...given),
    readOrders: (...given) => readOrders(session, ...given),
    listShippingProviders: (...given) => listShippingProviders(session, ...given),
    listDeliveryOptions: (...given) => listDeliveryOptions(session, ...given),
    shipOrder: (...given) => shipOrder(session, ...given),
    shipPackage: (...given) => shipPackage(session, ...given),
    readPackages: (ids) => readPackages(session, ids),
    readHandover: (id) => readHandover(session, id),
    handOver: (...given) => handOver(session, ...given),
    readShippingDocument: (...given) => readShippingDocument(session, ...given),
    updateTracking: (...given) => updateTracking(session, ...given),
    cancelOrder: (...given) => cancelOrder(session, ...given),
    answerCancelRequest: (...given) => answerCancelRequest(session, ...given),
    readReturns: (orderId) => readReturns(session, orderId),
    listReturned: (changedFrom) => listReturned(session, changedFrom),
    registerWebhooks: (...given) => registerWebhooks(session, ...given),
    examine: (asked) => examine(session, asked),
  };
}
