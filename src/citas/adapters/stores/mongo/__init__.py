"""MongoDB: the customer's collections, on a replica set, for many processes and machines."""

from citas.adapters.stores.mongo.stores import MongoStores

__all__ = ["MongoStores"]
